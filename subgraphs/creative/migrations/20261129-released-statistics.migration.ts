import { figureTablesRenamed } from '@birlik/trust/migrations';
import { Migration } from '@mikro-orm/migrations';

/** What was a picture is a snapshot, and a look is a refresh; the counts stay. */
export class Migration20261129_released_statistics extends Migration {
  override up(): void {
    for (const statement of figureTablesRenamed({
      name: 'applicant_summary',
      parts: { capital: null, elsewhere: { regions: null, unsaid: null } },
      source: `select organization_id, campaign_id::text as subject, volunteer_id as person,
                      case region when 'capital' then 'capital' when 'region' then 'regions' else 'unsaid' end as leaf
                 from creative_application`,
    })) {
      this.addSql(statement);
    }
  }
}
