import { figureTables } from '@birlik/trust/migrations';
import { Migration } from '@mikro-orm/migrations';

export class Migration20261128_released_figures extends Migration {
  override up(): void {
    for (const statement of figureTables({
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
