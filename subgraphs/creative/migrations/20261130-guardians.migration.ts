import { guardianAnswerColumns } from '@birlik/trust/guardian-answer-migration';
import { messageTable, messageTemplateTable } from '@birlik/trust/message-migration';
import { Migration } from '@mikro-orm/migrations';

/**
 * Applications of minors wait for a guardian, and people are written to about it. Those that were made before wait for nobody. A
 * person has one application to a campaign that is not withdrawn.
 */
export class Migration20261130_guardians extends Migration {
  override up(): void {
    this.addSql(`alter table creative_application drop constraint creative_application_status_check,
      add constraint creative_application_status_check
        check (status in ('awaiting_guardian', 'registered', 'eligible', 'elected', 'declined', 'withdrawn')),
      drop constraint creative_application_campaign_id_volunteer_id_key`);
    this.addSql(`create unique index on creative_application (campaign_id, volunteer_id) where status <> 'withdrawn'`);
    for (const statement of [
      ...guardianAnswerColumns({ table: 'creative_application', open: 'registered' }),
      ...messageTable(),
      ...messageTemplateTable(),
    ]) {
      this.addSql(statement);
    }
    this.addSql(`create index on creative_application (volunteer_id, campaign_id) where guardian_reason is not null`);
  }
}
