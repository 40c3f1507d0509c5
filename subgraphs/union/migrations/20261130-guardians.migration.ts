import { guardianAnswerColumns } from '@birlik/trust/guardian-answer-migration';
import { Migration } from '@mikro-orm/migrations';

/** Applications of minors wait for a guardian. Those that were made before wait for nobody. */
export class Migration20261130_guardians extends Migration {
  override up(): void {
    this.addSql(`alter table opportunity_application drop constraint opportunity_application_status_check,
      add constraint opportunity_application_status_check
        check (status in ('awaiting_guardian', 'submitted', 'accepted', 'declined', 'withdrawn'))`);
    for (const statement of guardianAnswerColumns({ table: 'opportunity_application', open: 'submitted' })) {
      this.addSql(statement);
    }
    this.addSql(
      `create index on opportunity_application (volunteer_id, opportunity_id) where guardian_reason is not null`,
    );
  }
}
