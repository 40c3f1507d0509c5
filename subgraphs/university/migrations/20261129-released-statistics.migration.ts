import { figureTablesRenamed } from '@birlik/trust/migrations';
import { Migration } from '@mikro-orm/migrations';

/** What was a picture is a snapshot, and a look is a refresh; the counts stay. */
export class Migration20261129_released_statistics extends Migration {
  override up(): void {
    for (const statement of figureTablesRenamed({
      name: 'student_summary',
      parts: { bachelor: null, postgraduate: { master: null, doctorate: null } },
      source: `select organization_id, organization_id::text as subject, volunteer_id as person, level as leaf
                 from enrolment where status = 'studying'`,
    })) {
      this.addSql(statement);
    }
  }
}
