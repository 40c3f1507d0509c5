import { guardianAnswers } from '@birlik/trust/guardian-answer';
import { ownerOnlyTable, personTable, session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

/** What a guardian says to the account that a minor made. Accounts from before wait for nobody. */
export class Migration20261201_ward_accounts extends Migration {
  override up(): void {
    const { AWAITED, GIVEN, REFUSED } = guardianAnswers;
    this.addSql(`create table account_confirmation (
      id uuid primary key,
      volunteer_id uuid not null unique references volunteer,
      asked_at timestamptz not null,
      told_at timestamptz,
      answer text not null default '${AWAITED}' check (answer in ('${AWAITED}', '${GIVEN}', '${REFUSED}')),
      answered_at timestamptz,
      guardianship_id uuid references guardianship,
      check ((answer = '${AWAITED}') = (answered_at is null)),
      check ((answer = '${AWAITED}') = (guardianship_id is null))
    )`);
    const working = '(select app_working())';
    for (const statement of [
      ...ownerOnlyTable('account_confirmation'),
      `create policy account_confirmation_read on account_confirmation for select using (
         volunteer_id = ${session.volunteer} or volunteer_id = any ((select app_wards())::uuid[]) or ${working})`,
      `create policy account_confirmation_told on account_confirmation for update using (${working}) with check (${working})`,
      ...personTable({ name: 'account_confirmation' }),
    ]) {
      this.addSql(statement);
    }
  }
}
