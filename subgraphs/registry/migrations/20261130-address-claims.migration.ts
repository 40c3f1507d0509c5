import { Migration } from '@mikro-orm/migrations';

const working = '(select app_working())';

/** Records are claimed by an address that came back confirmed, in a job, which tells the office what became of it. */
export class Migration20261130_address_claims extends Migration {
  override up(): void {
    this.addSql(`alter table email_change add column confirmed_by text, add column confirmed_by_issuer text`);
    this.addSql(`create policy email_change_claim on email_change for select using (${working})`);
    this.addSql(`alter table claim_attempt
      add column record_id uuid references register_record,
      drop constraint claim_attempt_outcome_check,
      add constraint claim_attempt_outcome_check
        check (outcome in ('accepted', 'refused', 'taken', 'unsure', 'limited'))`);
    this.addSql(`create index on claim_attempt (record_id)`);
    this.addSql(
      `create policy claim_attempt_claim on claim_attempt for insert with check (${working} and way = 'contact')`,
    );
    this.addSql(`create policy record_disclosure_claim on record_disclosure for insert with check (${working})`);
    this.addSql(`create index comparable_record_email on comparable_record ((texts[6])) where texts[6] <> ''`);
    this.addSql(`create index volunteer_email on volunteer (lower(email))`);
    // What it gives is of another type now, which its file alone cannot change.
    this.addSql(`drop function if exists confirm_email(text)`);
  }
}
