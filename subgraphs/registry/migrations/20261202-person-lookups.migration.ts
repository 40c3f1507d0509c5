import { ownerOnlyTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

/** Each time that somebody of the office looked for whoever stood in front of them; it says nothing of whom. */
export class Migration20261202_person_lookups extends Migration {
  override up(): void {
    this.addSql(`create table person_lookup (
      id uuid primary key default uuidv7(),
      looked_by text not null default app_subject(),
      looked_by_issuer text not null default app_issuer(),
      looked_at timestamptz not null default clock_timestamp(),
      way text not null check (way in ('national-number', 'email', 'phone', 'code')),
      reason text not null check (reason in ('guardianship', 'account', 'record')),
      found boolean not null
    )`);
    this.addSql('create index on person_lookup (looked_by_issuer, looked_by, looked_at)');
    this.addSql(`create index comparable_record_birth_date on comparable_record ((texts[4])) where texts[4] <> ''`);
    this.addSql('create index on volunteer (birth_date) where birth_date is not null');
    for (const statement of [
      ...ownerOnlyTable('person_lookup'),
      `create policy person_lookup_office on person_lookup for select using ((select registry_office()))`,
      `create trigger person_lookup_append_only before update or delete or truncate on person_lookup
        for each statement execute function keep_history()`,
    ]) {
      this.addSql(statement);
    }
  }
}
