import { session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

/** Gives each organisation an order of its own for the people that it may list. */
export class Migration20261128_order_of_volunteers extends Migration {
  override up(): void {
    const live = `withdrawn_at is null and (expires_at is null or expires_at > now())
      and purpose = current_setting('app.purpose', true)`;
    const accredited = `exists (select from organization
      where id = ${session.organization} and accredited_at <= now() and suspended_at is null)`;
    // In one order for all, two organisations could tell by a person's place who is who in both lists.
    this.addSql(`create or replace view reachable_volunteer with (security_invoker = true) as
      select id, encode(sha256(convert_to(${session.organization}::text || id::text, 'UTF8')), 'hex') as position
        from (
          select volunteer_id as id from affiliation
           where organization_id = ${session.organization} and (until is null or until > current_date) and ${accredited}
          union
          select volunteer_id from consent
           where recipient_organization_id = ${session.organization} and ${live} and ${accredited}
          union
          select volunteer_id from consent where recipient_organization_id is null and ${live} and ${accredited}
        ) as reachable`);
  }
}
