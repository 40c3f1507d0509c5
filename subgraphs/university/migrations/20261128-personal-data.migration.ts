import { personTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

export class Migration20261128_personal_data extends Migration {
  override up(): void {
    this.addSql(`create index on nomination (volunteer_id)`);
    for (const statement of [...personTable({ name: 'nomination' }), ...personTable({ name: 'enrolment' })]) {
      this.addSql(statement);
    }
  }
}
