import { Migration } from '@mikro-orm/migrations';

/** Azerbaijani letters as people type them without, of both cases. */
const letters = `'ƏəĞğİIıÖöÜüÇçŞş', 'eeggiiioouuccss'`;

/** Opportunities are found by the words of their texts in all languages, and by the beginnings of words. */
export class Migration20261202_opportunity_search extends Migration {
  override up(): void {
    this.addSql(`create function search_text(said text) returns text language sql immutable strict parallel safe
      return lower(translate(said, ${letters}))`);
    const words = (column: string) => `to_tsvector('simple', search_text(${column}::text)::jsonb)`;
    this.addSql(`alter table opportunity add column words tsvector
      generated always as (${words('title')} || ${words('summary')} || ${words('city')}) stored`);
    this.addSql(`create index on opportunity using gin (words) where published`);
    this.addSql(`create index on opportunity (ends_on, id) where published`);
  }
}
