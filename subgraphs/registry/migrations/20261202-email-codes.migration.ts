import { Migration } from '@mikro-orm/migrations';

/** The code of a new address is made of a seed, so that the job that sends it sends the same one again. Codes from before are worth nothing. */
export class Migration20261202_email_codes extends Migration {
  override up(): void {
    this.addSql(`alter table email_change drop column code_hash, add column seed uuid`);
    this.addSql(`alter table email_change alter column seed set default gen_random_uuid()`);
    this.addSql(`drop function if exists begin_email_change(uuid, text, text, integer, integer)`);
    this.addSql(`drop function if exists confirm_email(text)`);
    this.addSql(`drop function if exists recovery_code(uuid)`);
  }
}
