import { ownerOnlyTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

/** Which issuers' subjects make themselves an account, and how many did on a day. */
export class Migration20261130_sign_ups extends Migration {
  override up(): void {
    this.addSql(`alter table issuer add column signs_up boolean not null default false`);
    this.addSql(`create table sign_up_count (
      issuer text not null references issuer,
      day date not null,
      taken integer not null check (taken > 0),
      primary key (issuer, day)
    )`);
    for (const statement of ownerOnlyTable('sign_up_count')) this.addSql(statement);
  }
}
