import { Migration } from '@mikro-orm/migrations';

/** Lists organisations by their names as the readers of each language sort them. */
export class Migration20261130_organization_order extends Migration {
  override up(): void {
    for (const language of ['az', 'en', 'ru', 'tr']) {
      this.addSql(`create collation if not exists reader_${language} (provider = icu, locale = '${language}')`);
      this.addSql(`alter table organization add column name_${language} text collate reader_${language} not null
        generated always as (coalesce(nullif(name ->> '${language}', ''), name ->> 'az')) stored`);
      this.addSql(`create index on organization (name_${language}, id)`);
      this.addSql(`create index on organization (kind, name_${language}, id)`);
    }
    this.addSql('drop index organization_kind_id_idx');
  }
}
