import { personTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

export class Migration20261128_personal_data extends Migration {
  override up(): void {
    for (const statement of [
      ...personTable({ name: 'review_score', through: { table: 'creative_application', column: 'application_id' } }),
      ...personTable({ name: 'creative_application' }),
    ]) {
      this.addSql(statement);
    }
  }
}
