import { ownerOnlyTable, personTable, session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

const own = `volunteer_id = ${session.volunteer}`;
const ownOrWard = `(${own} or volunteer_id = any ((select app_wards())::uuid[]))`;
const addressed = `organization_id = ${session.organization}`;

/** What people ask organisations to correct, and what a guardian asks for a ward. */
export class Migration20261130_corrections extends Migration {
  override up(): void {
    this.addSql(`create table correction (
      id uuid primary key,
      volunteer_id uuid not null references volunteer,
      organization_id uuid not null references organization,
      category text not null references personal_category,
      fact text not null check (length(fact) between 1 and 200),
      message text not null check (length(message) between 1 and 2000),
      asked_at timestamptz not null,
      due_at timestamptz not null check (due_at > asked_at),
      outcome text check (outcome in ('corrected', 'rejected')),
      answer text check (length(answer) between 1 and 2000),
      answered_by text,
      answered_by_issuer text,
      answered_at timestamptz check (answered_at >= asked_at),
      check (num_nulls(outcome, answer, answered_by, answered_at) in (0, 4))
    )`);
    this.addSql(`create index on correction (volunteer_id, id)`);
    this.addSql(`create index on correction (organization_id, id)`);
    this.addSql(`create index on correction (organization_id, due_at, id) where answered_at is null`);
    for (const statement of [
      ...ownerOnlyTable('correction'),
      `create policy correction_read on correction for select using (${ownOrWard} or ${addressed})`,
      `create policy correction_ask on correction for insert with check (${ownOrWard} and answered_at is null)`,
      `create policy correction_answer on correction for update
         using (${addressed} and answered_at is null) with check (${addressed})`,
      ...personTable({ name: 'correction' }),
      `create policy erasure_request_want_for_ward on erasure_request for insert
         with check (volunteer_id = any ((select app_wards())::uuid[]) and number is null)`,
      `create policy erasure_request_read_of_ward on erasure_request for select
         using (volunteer_id = any ((select app_wards())::uuid[]))`,
      `create policy erasure_request_withdraw_of_ward on erasure_request for update
         using (volunteer_id = any ((select app_wards())::uuid[]) and number is null and withdrawn_at is null)
         with check (volunteer_id = any ((select app_wards())::uuid[]) and number is null)`,
    ]) {
      this.addSql(statement);
    }
    this.addSql(`create trigger correction_answered_by_issuer before update of answered_by on correction
      for each row execute function note_issuer('answered_by')`);
  }
}
