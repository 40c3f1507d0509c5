import { figureTables } from '@birlik/trust/migrations';
import { Migration } from '@mikro-orm/migrations';

/** Figures are pictures of a day; counts that follow every change would give away who came and went. */
export class Migration20261128_released_figures extends Migration {
  override up(): void {
    for (const event of ['insert', 'delete', 'update']) {
      this.addSql(`drop trigger count_alumni_on_${event} on alumnus`);
      this.addSql(`drop function count_alumni_on_${event}`);
    }
    this.addSql(`drop table country_summary`);
    for (const statement of figureTables({
      name: 'alumni_summary',
      parts: { studentsAbroad: null, alumni: null },
      source: `select organization_id, country_code as subject, volunteer_id as person,
                      case when graduation_year is null then 'studentsAbroad' else 'alumni' end as leaf from alumnus`,
    })) {
      this.addSql(statement);
    }
  }
}
