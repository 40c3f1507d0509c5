import { session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

/** Lets only those list people who may act for their organisation now, in the organisation's own order. */
export class Migration20261128_listed_readers extends Migration {
  override up(): void {
    const live = `withdrawn_at is null and (expires_at is null or expires_at > now())
      and purpose = current_setting('app.purpose', true)`;
    const reads = `(select exists (
      select from reading_organization(app_organization(), app_subject(), app_client()) where app_subject() is not null))`;
    this.addSql(`create or replace view reachable_volunteer with (security_invoker = true) as
      select id, encode(sha256(convert_to(${session.organization}::text || id::text, 'UTF8')), 'hex') as position
        from (
          select volunteer_id as id from affiliation
           where organization_id = ${session.organization} and (until is null or until > current_date) and ${reads}
          union
          select volunteer_id from consent
           where recipient_organization_id = ${session.organization} and ${live} and ${reads}
          union
          select volunteer_id from consent where recipient_organization_id is null and ${live} and ${reads}
        ) as reachable`);
  }
}
