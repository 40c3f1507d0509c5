import { Migration } from '@mikro-orm/migrations';

/**
 * What the office counts and finds: queues by indexes that hold what waits alone, and organisations by words of their names.
 */
export class Migration20261202_office_lists extends Migration {
  override up(): void {
    for (const index of [
      'guardianship (id) where ended_at is null',
      'organization (id) where accredited_at is null or suspended_at is not null',
      'erasure_request (id) where completed_at is null and withdrawn_at is null',
      'account_recovery (id) where takes_effect_at is not null and moved_at is null and refused_at is null',
      `claim_attempt (tried_at) where outcome in ('taken', 'unsure', 'limited')`,
      'emergency (ends_at) where closed_at is null',
      'safeguarding_case (ends_at) where closed_at is null',
      'mandate (ends_at) where revoked_at is null',
    ]) {
      this.addSql(`create index on ${index}`);
    }
    this.addNameWords();
  }

  /** Words without capitals and marks, each after a blank: what is looked for is the beginning of one. */
  private addNameWords(): void {
    this.addSql(`create function plain_words(words text) returns text language sql immutable strict parallel safe
      return ' ' || trim(regexp_replace(
        translate(
          lower(translate(words, 'ƏĞIİŞÇÖÜÂÎÛÉЁ', 'əğıişçöüâîûéё') collate "und-x-icu"),
          'əğışçöüâîûéё', 'egiscouaiueе'),
        '[^[:alnum:]]+', ' ', 'g'))`);
    this.addSql(`create function name_patterns(words text) returns text[] language sql immutable strict parallel safe
      return (select coalesce(array_agg('% ' || word || '%'), '{}')
                from regexp_split_to_table(trim(plain_words(words)), ' ') word)`);
    this.addSql(`alter table organization add column name_words text not null generated always as (
      plain_words(coalesce(name ->> 'az', '') || ' ' || coalesce(name ->> 'en', '') || ' ' ||
                  coalesce(name ->> 'ru', '') || ' ' || coalesce(name ->> 'tr', ''))) stored`);
    this.addSql('create index on organization using gin (name_words gin_trgm_ops)');
  }
}
