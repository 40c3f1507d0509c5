import { session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

export class Migration20261130_mentees extends Migration {
  override up(): void {
    this.addSql(`create policy mentorship_mentor_read on mentorship for select
      using (mentor_volunteer_id = ${session.volunteer})`);
    this.addSql(`create index mentorship_by_mentor on mentorship (mentor_volunteer_id, id)`);
    this.addSql(`drop index mentorship_mentor_volunteer_id_idx`);
  }
}
