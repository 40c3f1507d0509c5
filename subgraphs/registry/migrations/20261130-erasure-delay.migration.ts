import { session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

export class Migration20261130_erasure_delay extends Migration {
  override up(): void {
    const own = `volunteer_id = ${session.volunteer}`;
    for (const statement of [
      `alter table erasure_request
         alter column number drop not null,
         add column takes_effect_at timestamptz,
         add column withdrawn_at timestamptz,
         drop constraint erasure_request_volunteer_id_key`,
      `update erasure_request set takes_effect_at = requested_at`,
      `alter table erasure_request
         alter column takes_effect_at set not null,
         add constraint erasure_request_withdrawn check (number is null or withdrawn_at is null)`,
      `create unique index erasure_request_standing on erasure_request (volunteer_id) where withdrawn_at is null`,
      `create index erasure_request_due on erasure_request (takes_effect_at) where number is null and withdrawn_at is null`,
      `create policy erasure_request_want on erasure_request for insert with check (${own} and number is null)`,
      `create policy erasure_request_withdraw on erasure_request for update
         using (${own} and number is null and withdrawn_at is null) with check (${own} and number is null)`,
    ]) {
      this.addSql(statement);
    }
  }
}
