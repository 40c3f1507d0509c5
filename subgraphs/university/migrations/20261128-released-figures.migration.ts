import { figureTables } from '@birlik/trust/migrations';
import { Migration } from '@mikro-orm/migrations';

export class Migration20261128_released_figures extends Migration {
  override up(): void {
    for (const statement of figureTables({
      name: 'student_summary',
      parts: { bachelor: null, postgraduate: { master: null, doctorate: null } },
      source: `select organization_id, organization_id::text as subject, volunteer_id as person, level as leaf
                 from enrolment where status = 'studying'`,
    })) {
      this.addSql(statement);
    }
  }
}
