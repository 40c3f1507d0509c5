import { figureTablesRenamed } from '@birlik/trust/migrations';
import { Migration } from '@mikro-orm/migrations';

/** What was a picture is a snapshot, and a look is a refresh; the counts stay. */
export class Migration20261129_released_statistics extends Migration {
  override up(): void {
    for (const statement of figureTablesRenamed({
      name: 'alumni_summary',
      parts: { studentsAbroad: null, alumni: null },
      source: `select organization_id, country_code as subject, volunteer_id as person,
                      case when graduation_year is null then 'studentsAbroad' else 'alumni' end as leaf from alumnus`,
    })) {
      this.addSql(statement);
    }
  }
}
