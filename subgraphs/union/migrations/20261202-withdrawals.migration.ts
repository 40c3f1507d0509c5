import { withdrawalColumn } from '@birlik/trust/guardian-answer-migration';
import { Migration } from '@mikro-orm/migrations';

/** Who applied takes the application back. What the organisation had answered stays. */
export class Migration20261202_withdrawals extends Migration {
  override up(): void {
    this.addSql(`alter table opportunity_application drop constraint opportunity_application_check1,
      add constraint opportunity_application_decided
        check (case when status = 'withdrawn' then true else (status in ('accepted', 'declined')) = (decided_at is not null) end)`);
    for (const statement of withdrawalColumn({ table: 'opportunity_application' })) this.addSql(statement);
  }
}
