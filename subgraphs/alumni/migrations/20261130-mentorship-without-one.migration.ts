import { sharedTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

export class Migration20261130_mentorship_without_one extends Migration {
  override up(): void {
    for (const statement of [
      ...sharedTable({ name: 'mentorship' }),
      ...sharedTable({ name: 'mentorship', person: 'mentor_volunteer_id' }),
      // It is nobody's any more once both have left.
      `create function drop_abandoned_mentorship() returns trigger language plpgsql
         security definer set search_path = public, pg_temp as $$
       begin
         delete from mentorship where id = new.id;
         return null;
       end $$`,
      `create trigger mentorship_abandoned after update of volunteer_id, mentor_volunteer_id on mentorship
         for each row when (new.volunteer_id is null and new.mentor_volunteer_id is null)
         execute function drop_abandoned_mentorship()`,
    ]) {
      this.addSql(statement);
    }
  }
}
