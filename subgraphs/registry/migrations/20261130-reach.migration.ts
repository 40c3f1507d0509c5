import { ownerOnlyTable, personTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

/**
 * Whom each organisation may list, in the order of its own, so that a page is read from an index: a row for each tie and
 * each organisation that a consent is given to.
 */
export class Migration20261130_reach extends Migration {
  override up(): void {
    this.addSql('drop view reachable_volunteer');
    this.addSql(`create table reach (
      id uuid not null,
      organization_id uuid not null,
      purpose text not null,
      position uuid not null,
      volunteer_id uuid not null,
      until date,
      expires_at timestamptz,
      primary key (id, organization_id)
    )`);
    for (const statement of [...ownerOnlyTable('reach'), ...personTable({ name: 'reach', refusesErased: false })]) {
      this.addSql(statement);
    }
    this.fill();
    this.addSql(`create index reach_order on reach (organization_id, purpose, position)
      include (volunteer_id, until, expires_at)`);
    this.addSql(`create index on reach (volunteer_id, id)`);
    this.addSql(`create index on reach (until) where until is not null`);
    this.addSql(`create index on reach (expires_at) where expires_at is not null`);
    this.addTriggers();
  }

  private fill(): void {
    this.addSql(`insert into reach
      select id, organization_id, purpose,
             encode(substring(sha256(uuid_send(organization_id) || uuid_send(volunteer_id)) for 16), 'hex')::uuid,
             volunteer_id, until, expires_at
        from (select id, organization_id, '' as purpose, volunteer_id, until, null::timestamptz as expires_at
                from affiliation
               union all
              select c.id, o.id, c.purpose, c.volunteer_id, null, c.expires_at
                from consent c
                join organization o on o.id = c.recipient_organization_id
               where c.withdrawn_at is null and c.closed_at is null
               union all
              select c.id, o.id, c.purpose, c.volunteer_id, null, c.expires_at
                from consent c cross join organization o
               where c.withdrawn_at is null and c.closed_at is null and c.recipient_organization_id is null) source
       where coalesce(until >= current_date, true) and coalesce(expires_at > now(), true)`);
  }

  /** The functions are files, which are applied after the migrations; until then nobody can change what reach follows from. */
  private addTriggers(): void {
    for (const name of ['follow_reach', 'open_reach']) {
      this.addSql(`create function ${name}() returns trigger language plpgsql as
        $$ begin raise exception 'The function ${name} is not installed yet.'; end $$`);
      this.addSql(`revoke all on function ${name} from public`);
    }
    for (const table of ['affiliation', 'consent']) {
      for (const [event, rows] of [
        ['insert', 'new'],
        ['update', 'new'],
        ['delete', 'old'],
      ]) {
        this.addSql(`create trigger ${table}_${event}_follow_reach after ${event} on ${table}
          referencing ${rows} table as changed for each statement execute function follow_reach()`);
      }
    }
    this.addSql(`create trigger organization_open_reach after insert on organization
      referencing new table as changed for each statement execute function open_reach()`);
  }
}
