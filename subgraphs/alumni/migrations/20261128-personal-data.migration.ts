import { personTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

export class Migration20261128_personal_data extends Migration {
  override up(): void {
    for (const statement of [
      ...personTable({ name: 'mentorship' }),
      ...personTable({ name: 'mentorship', person: 'mentor_volunteer_id' }),
      ...personTable({ name: 'mentor_profile' }),
      ...personTable({ name: 'alumnus' }),
    ]) {
      this.addSql(statement);
    }
  }
}
