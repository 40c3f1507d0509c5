import { withdrawalColumn } from '@birlik/trust/guardian-answer-migration';
import { Migration } from '@mikro-orm/migrations';

/** Who applied takes the application back. */
export class Migration20261202_withdrawals extends Migration {
  override up(): void {
    for (const statement of withdrawalColumn({ table: 'creative_application' })) this.addSql(statement);
  }
}
