import { session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

/** Who reads which rows of the log: the person, if need be after a while, and the organisation that asked. */
export class Migration20261128_access_log_reading extends Migration {
  override up(): void {
    this.addSql(`alter table purpose add column disclosure_delay_days integer
      check (disclosure_delay_days between 1 and 3650)`);
    this.addSql(`drop policy access_log_read on access_log`);
    // A read for safeguarding would warn the one whom it is about if it were shown at once.
    this.addSql(`create policy access_log_read on access_log for select using (
      volunteer_id = ${session.volunteer} and (by_self or decided_at <= now() - coalesce(
        (select make_interval(days => p.disclosure_delay_days) from purpose p where p.code = access_log.purpose),
        interval '0')))`);
    const managed = '(select managed_organization())';
    this.addSql(`create policy access_log_read_own on access_log for select using (organization_id = ${managed})`);
    this.addSql(`create index on access_log (organization_id, id)`);
    this.addSql(`drop policy access_log_head_read on access_log_head`);
    this.addSql(`create policy access_log_head_read on access_log_head for select using (chain = ${managed})`);
  }
}
