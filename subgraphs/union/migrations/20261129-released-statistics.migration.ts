import { figureTablesRenamed } from '@birlik/trust/migrations';
import { Migration } from '@mikro-orm/migrations';

/** What was a picture is a snapshot, and a look is a refresh; the counts stay. */
export class Migration20261129_released_statistics extends Migration {
  override up(): void {
    for (const statement of figureTablesRenamed({
      name: 'service_summary',
      parts: { verified: null, unverified: null },
      source: `select entry.organization_id, opportunity.country_code as subject, entry.volunteer_id as person,
                      case when entry.status = 'verified' then 'verified' else 'unverified' end as leaf
                 from service_entry entry
                 join opportunity on opportunity.id = entry.opportunity_id
                where not exists (select from service_entry later where later.corrects_id = entry.id)`,
    })) {
      this.addSql(statement);
    }
  }
}
