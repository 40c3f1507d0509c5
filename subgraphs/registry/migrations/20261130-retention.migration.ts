import { referenceTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

/** What organisations of a kind keep of people whose tie has ended; `migrate` takes it from the table of categories. */
export class Migration20261130_retention extends Migration {
  override up(): void {
    this.addSql(`create table category_retention (
      category text not null references personal_category,
      organization_kind text not null,
      years integer not null check (years > 0),
      reason jsonb not null check (reason ? 'az'),
      primary key (category, organization_kind)
    )`);
    for (const statement of referenceTable('category_retention')) this.addSql(statement);
  }
}
