import { ownerOnlyTable, personTable, session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

const working = '(select app_working())';

/** Whoever confirmed an address is asked about the records that came with it later. */
export class Migration20261202_record_offers extends Migration {
  override up(): void {
    this.addSql(`create table record_offer (
      id uuid primary key default uuidv7(),
      volunteer_id uuid not null references volunteer,
      record_id uuid not null references register_record,
      organization_id uuid not null references organization,
      change_id uuid not null,
      offered_at timestamptz not null default clock_timestamp(),
      is_mine boolean,
      answered_at timestamptz,
      answered_by text,
      answered_by_issuer text,
      unique (volunteer_id, record_id),
      check ((is_mine is null) = (answered_at is null)),
      check ((is_mine is null) = (answered_by is null))
    )`);
    this.addSql(`create index on record_offer (record_id)`);
    this.addSql(`create policy claim_attempt_seen on claim_attempt for select using (${working})`);
    for (const statement of [
      ...ownerOnlyTable('record_offer'),
      `create policy record_offer_read on record_offer for select using (volunteer_id = ${session.volunteer} or ${working})`,
      `create policy record_offer_make on record_offer for insert with check (${working} and is_mine is null)`,
      `create policy record_offer_renew on record_offer for update using (${working} and is_mine is null) with check (${working})`,
      `create policy record_offer_end on record_offer for delete using (${working} and is_mine is null)`,
      ...personTable({ name: 'record_offer' }),
    ]) {
      this.addSql(statement);
    }
  }
}
