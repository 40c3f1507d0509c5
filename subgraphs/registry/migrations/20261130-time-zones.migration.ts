import { Migration } from '@mikro-orm/migrations';

/** In whose time zone a day is counted: each organisation has one. */
export class Migration20261130_time_zones extends Migration {
  override up(): void {
    this.addSql(`alter table organization add column time_zone text not null default 'Asia/Baku'
      constraint organization_time_zone_check check (is_time_zone(time_zone))`);
    this.addSql(`create function organization_day(organization uuid, instant timestamptz) returns date
      language sql stable return (select day_in(o.time_zone, instant) from organization o where o.id = organization)`);
  }
}
