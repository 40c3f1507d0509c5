import { Migration } from '@mikro-orm/migrations';

/** Who said what an organisation says of its register; null for what was said before that was noted. */
export class Migration20261202_register_statements extends Migration {
  override up(): void {
    this.addSql('alter table register add column declared_by text, add column declared_by_issuer text');
  }
}
