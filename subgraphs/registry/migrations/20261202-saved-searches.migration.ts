import { ownerOnlyTable, personTable, session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

/** What officers look for again and again, each for themself and their organisation. */
export class Migration20261202_saved_searches extends Migration {
  override up(): void {
    this.addSql(`create table saved_search (
      id uuid primary key,
      organization_id uuid not null references organization,
      saved_by text not null default app_subject(),
      saved_by_issuer text not null default app_issuer(),
      volunteer_id uuid default app_volunteer(),
      name text not null,
      filter jsonb not null,
      sort text not null,
      saved_at timestamptz not null,
      unique (organization_id, saved_by_issuer, saved_by, name)
    )`);
    this.addSql('create index on saved_search (volunteer_id)');
    const own = `organization_id = ${session.organization}
      and saved_by = (select app_subject()) and saved_by_issuer = (select app_issuer())`;
    for (const statement of [
      ...ownerOnlyTable('saved_search'),
      `create policy saved_search_own on saved_search using (${own}) with check (${own})`,
      ...personTable({ name: 'saved_search' }),
    ]) {
      this.addSql(statement);
    }
  }
}
