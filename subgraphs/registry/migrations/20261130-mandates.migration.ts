import { ownerOnlyTable, referenceTable, session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

const nil = '00000000-0000-0000-0000-000000000000';

/** Mandates: what an organisation lets its umbrella read of its people; and the lists and the log that know of them. */
export class Migration20261130_mandates extends Migration {
  override up(): void {
    this.addTable();
    this.addToReach();
    this.addToLog();
    this.addTriggers();
  }

  private addTable(): void {
    this.addSql(`create table umbrella_kind (organization_kind text primary key)`);
    this.addSql(`insert into umbrella_kind values ('union'), ('platform'), ('center'), ('agency')`);
    this.addSql(`create table mandate (
      id uuid primary key,
      giver_id uuid not null references organization,
      holder_id uuid not null references organization,
      purpose text not null references purpose,
      category text not null references personal_category,
      given_at timestamptz not null default clock_timestamp(),
      given_by text not null,
      ends_at timestamptz not null,
      revoked_at timestamptz check (revoked_at >= given_at),
      revoked_by text,
      closed_at timestamptz,
      check (giver_id <> holder_id),
      check (ends_at > given_at),
      check ((revoked_at is null) = (revoked_by is null))
    )`);
    this.addSql(`create unique index mandate_given_once on mandate (holder_id, purpose, category, giver_id)
      where revoked_at is null and closed_at is null`);
    this.addSql(`create index on mandate (giver_id, id)`);
    this.addSql(`create index on mandate (holder_id, id)`);
    const giver = `giver_id = ${session.organization}`;
    for (const statement of [
      ...referenceTable('umbrella_kind'),
      ...ownerOnlyTable('mandate'),
      `create policy mandate_read on mandate for select
         using (${giver} or holder_id = ${session.organization} or (select registry_office()))`,
      `create policy mandate_give on mandate for insert with check (${giver})`,
      `create policy mandate_end on mandate for update using (${giver}) with check (${giver})`,
    ]) {
      this.addSql(statement);
    }
  }

  /** A row for each tie of a giver and each mandate, beside those that follow from a tie or a consent alone. */
  private addToReach(): void {
    this.addSql(`alter table reach add column right_id uuid not null default '${nil}'`);
    this.addSql(`alter table reach drop constraint reach_pkey, add primary key (id, organization_id, right_id)`);
    this.addSql(`create index on reach (right_id) where right_id <> '${nil}'`);
    this.addSql(`drop index reach_order`);
    this.addSql(`create index reach_order on reach (organization_id, purpose, position)
      include (volunteer_id, until, expires_at, right_id)`);
  }

  private addToLog(): void {
    this.addSql(`alter table access_log
      drop constraint access_log_basis_check,
      add constraint access_log_basis_check
        check (basis in ('self', 'owner', 'consent', 'mandate', 'retention', 'emergency')) not valid,
      add column mandate_ids uuid[],
      add column on_behalf_of uuid[],
      add constraint access_log_mandates check ((basis is not distinct from 'mandate') = (mandate_ids is not null)
        and cardinality(mandate_ids) = cardinality(on_behalf_of)) not valid`);
  }

  /** The functions are files, which are applied after the migrations. */
  private addTriggers(): void {
    for (const name of ['follow_mandate', 'refuse_mandate']) {
      this.addSql(`create function ${name}() returns trigger language plpgsql as
        $$ begin raise exception 'The function ${name} is not installed yet.'; end $$`);
      this.addSql(`revoke all on function ${name} from public`);
    }
    for (const [event, rows] of [
      ['insert', 'new'],
      ['update', 'new'],
      ['delete', 'old'],
    ]) {
      this.addSql(`create trigger mandate_${event}_follow_reach after ${event} on mandate
        referencing ${rows} table as changed for each statement execute function follow_mandate()`);
    }
    this.addSql(`create trigger mandate_refuse before insert or update on mandate
      for each row execute function refuse_mandate()`);
  }
}
