import { ownerOnlyTable, personTable, session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

const bases = [
  'self',
  'guardian',
  'consent',
  'mandate',
  'owner',
  'retention',
  'emergency',
  'relation',
  'card',
  'linked',
  'in_review',
  'compared',
  'office_review',
]
  .map((basis) => `'${basis}'`)
  .join(', ');

const languages = ['az', 'en', 'ru', 'tr'];

/** Cards by which people let themselves be found, and a row for each audience of a card, by which it is looked up. */
export class Migration20261201_search_cards extends Migration {
  override up(): void {
    this.addSql(`alter table access_log drop constraint access_log_basis_check,
      add constraint access_log_basis_check check (basis in (${bases})) not valid`);
    this.addTables();
    this.addPolicies();
    this.addTriggers();
  }

  private addTables(): void {
    this.addSql(`create table search_card (
      id uuid primary key,
      volunteer_id uuid not null references volunteer,
      purpose text not null references purpose,
      audiences text[] not null check (cardinality(audiences) between 1 and 50),
      facets jsonb not null check (jsonb_typeof(facets) = 'array' and jsonb_array_length(facets) between 1 and 100),
      place uuid not null default gen_random_uuid(),
      published_at timestamptz not null,
      refreshed_at timestamptz not null,
      by_guardian boolean not null,
      unique (volunteer_id, purpose)
    )`);
    const names = languages.map((language) => `place_${language} text collate reader_${language} not null`);
    this.addSql(`create table search_entry (
      id uuid not null references search_card on delete cascade,
      audience text not null,
      purpose text not null,
      volunteer_id uuid not null,
      audiences text[] not null,
      place uuid not null,
      newest integer not null,
      age integer not null,
      hours integer not null,
      ${names.join(', ')},
      terms text[] not null,
      keys text[] not null,
      primary key (id, audience)
    )`);
    for (const order of ['newest', 'age', 'hours', ...languages.map((language) => `place_${language}`)]) {
      this.addSql(`create index search_entry_by_${order} on search_entry (audience, purpose, ${order}, place)`);
    }
    this.addSql(`create index search_entry_keys on search_entry using gin (keys) with (fastupdate = off)`);
    this.addSql(`create index on search_entry (volunteer_id, id)`);
  }

  private addPolicies(): void {
    const own = `volunteer_id = ${session.volunteer} or volunteer_id = any ((select app_wards())::uuid[])`;
    for (const statement of [
      ...ownerOnlyTable('search_card'),
      `create policy search_card_read on search_card for select using (${own})`,
      `create policy search_card_publish on search_card for insert with check (${own})`,
      `create policy search_card_change on search_card for update using (${own}) with check (${own})`,
      `create policy search_card_withdraw on search_card for delete using (${own})`,
      ...personTable({ name: 'search_card' }),
      ...ownerOnlyTable('search_entry'),
      ...personTable({ name: 'search_entry', refusesErased: false }),
    ]) {
      this.addSql(statement);
    }
  }

  /** The functions are files, which are applied after the migrations. */
  private addTriggers(): void {
    this.addSql(`create function follow_search_card() returns trigger language plpgsql as
      $$ begin raise exception 'The function follow_search_card is not installed yet.'; end $$`);
    this.addSql('revoke all on function follow_search_card from public');
    for (const event of ['insert', 'update']) {
      this.addSql(`create trigger search_card_${event}_follow after ${event} on search_card
        referencing new table as changed for each statement execute function follow_search_card()`);
    }
  }
}
