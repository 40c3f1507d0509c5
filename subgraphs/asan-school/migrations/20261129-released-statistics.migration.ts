import { figureTablesRenamed } from '@birlik/trust/migrations';
import { Migration } from '@mikro-orm/migrations';

/** What was a picture is a snapshot, and a look is a refresh; the counts stay. */
export class Migration20261129_released_statistics extends Migration {
  override up(): void {
    for (const statement of figureTablesRenamed({
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
