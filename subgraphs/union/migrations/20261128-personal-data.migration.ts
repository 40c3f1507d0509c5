import { personTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

export class Migration20261128_personal_data extends Migration {
  override up(): void {
    for (const statement of [
      ...personTable({ name: 'service_entry' }),
      ...personTable({ name: 'opportunity_application' }),
      ...personTable({ name: 'volunteer_agreement' }),
    ]) {
      this.addSql(statement);
    }
  }
}
