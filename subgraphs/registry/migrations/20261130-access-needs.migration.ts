import { ownerOnlyTable, personTable, session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

/** What people need to take part: apart from all else about them, since it opens by a category of its own. */
export class Migration20261130_access_needs extends Migration {
  override up(): void {
    this.addSql(`create table access_need (
      id uuid primary key default uuidv7(),
      volunteer_id uuid not null unique references volunteer,
      needs text[] not null,
      note text check (length(note) between 1 and 1000),
      stated_at timestamptz not null
    )`);
    for (const statement of [
      ...ownerOnlyTable('access_need'),
      `create policy access_need_read on access_need for select
         using (coalesce(${session.grants} -> volunteer_id::text @> '["*"]', false))`,
      ...personTable({ name: 'access_need' }),
    ]) {
      this.addSql(statement);
    }
  }
}
