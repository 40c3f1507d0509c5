import { session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

const office = '(select linkage_office())';
const own = `organization_id = ${session.organization}`;
const person = `volunteer_id = ${session.volunteer} or volunteer_id = any ((select app_wards())::uuid[])`;

/**
 * One question for whoever acts: `app_organization()` is null for those who may not, and the token's word alone is
 * `token_organization()`. Its text, as that of the other functions, stands in `database/functions`.
 */
export class Migration20261130_one_question extends Migration {
  override up(): void {
    this.addSql(`create function token_organization() returns uuid language sql stable
      return nullif(current_setting('app.organization', true), '')::uuid`);
    this.addSql(`create function linkage_office() returns boolean language sql stable
      return coalesce(current_setting('app.linkage', true), '') = 'on' or registry_office()`);
    for (const table of ['clerical_decision', 'linkage_pair', 'person_link']) {
      this.addSql(`alter policy ${table}_office on ${table} using (${office}) with check (${office})`);
    }
    for (const table of ['register', 'register_record', 'source_record']) {
      this.addSql(`alter policy ${table}_office on ${table} using (${office})`);
    }
    this.addSql(`alter policy linkage_event_read on linkage_event using (${office})`);
    this.addSql(`alter policy linkage_event_insert on linkage_event with check (${office})`);
    // What people were asked, and what was read of them, is about people: a suspended organisation does not see it.
    this.addSql(`alter policy access_log_read_own on access_log using (${own})`);
    this.addSql(`alter policy access_log_head_read on access_log_head using (chain = ${session.organization})`);
    this.addSql(`alter policy consent_request_ask on consent_request with check (${own})`);
    this.addSql(`alter policy consent_request_read on consent_request using (${own} or ${person})`);
  }
}
