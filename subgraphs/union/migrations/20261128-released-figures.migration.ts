import { figureTables } from '@birlik/trust/migrations';
import { Migration } from '@mikro-orm/migrations';

/** Entries that a later one corrects do not count, nor do those that belong to no opportunity and so to no country. */
export class Migration20261128_released_figures extends Migration {
  override up(): void {
    for (const statement of figureTables({
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
