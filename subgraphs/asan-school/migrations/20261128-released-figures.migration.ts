import { figureTables } from '@birlik/trust/migrations';
import { Migration } from '@mikro-orm/migrations';

export class Migration20261128_released_figures extends Migration {
  override up(): void {
    for (const statement of figureTables({
      name: 'participant_summary',
      parts: { completed: null, notCompleted: null },
      source: `select organization_id, intake_id::text as subject, volunteer_id as person,
                      case when master1_status = 'completed' then 'completed' else 'notCompleted' end as leaf
                 from programme_participation`,
    })) {
      this.addSql(statement);
    }
  }
}
