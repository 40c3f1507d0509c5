import { ownerOnlyTable, personTable, session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

const facts = [
  'name',
  'university',
  'country',
  'city',
  'degree',
  'field',
  'years',
  'occupation',
  'employer',
  'languages',
  'contact',
];

/** What a person tells about themself, who may see each fact of it, and when each was last confirmed. */
export class Migration20261207_directory extends Migration {
  override up(): void {
    this.addSql(`alter table alumnus
      add column name text check (length(name) between 1 and 200),
      add column city text check (length(city) between 1 and 200),
      add column started_year integer check (started_year between 1900 and 2200),
      add column occupation text check (length(occupation) between 1 and 200),
      add column employer text check (length(employer) between 1 and 200),
      add column languages text[] not null default '{}' check (cardinality(languages) <= 20),
      add column contact text check (length(contact) between 1 and 200),
      -- By fact the day on which it was confirmed, where that is another one than last_confirmed_on; null for a fact that nobody confirmed.
      add column confirmed jsonb not null default '{}',
      -- When the person was last asked to confirm.
      add column nudged_on date,
      add constraint alumnus_years check (started_year <= graduation_year)`);
    // A person tells about themself where an association has them; who is its member, the association says.
    this.addSql('drop policy alumnus_insert on alumnus');
    this.addSql(
      `create policy alumnus_insert on alumnus for insert with check (organization_id = ${session.organization})`,
    );

    this.addSql(`create table directory_listing (
      id uuid primary key default gen_random_uuid(),
      volunteer_id uuid not null unique,
      ${facts
        .map(
          (fact) =>
            `${fact} text not null default 'hidden' check (${fact} in ('everyone', 'members', 'officers', 'hidden'))`,
        )
        .join(',\n      ')}
    )`);
    const own = `volunteer_id = ${session.volunteer}`;
    for (const statement of [
      ...ownerOnlyTable('directory_listing'),
      `create policy directory_listing_read on directory_listing for select using (${own})`,
      `create policy directory_listing_insert on directory_listing for insert with check (${own})`,
      `create policy directory_listing_update on directory_listing for update using (${own}) with check (${own})`,
      ...personTable({ name: 'directory_listing' }),
    ]) {
      this.addSql(statement);
    }
    for (const language of ['az', 'en', 'ru', 'tr']) {
      this.addSql(`create collation if not exists reader_${language} (provider = icu, locale = '${language}')`);
    }
    this.keepFacts();
    this.nudge();
  }

  /** Notes when each fact was confirmed: a person confirms what they write, and what somebody else writes nobody has confirmed. */
  private keepFacts(): void {
    this.addSql(`create function alumnus_facts(one alumnus) returns jsonb language sql immutable return jsonb_build_object(
      'name', one.name, 'university', one.university, 'country', one.country_code, 'city', one.city, 'degree', one.level,
      'field', one.field_code, 'years', jsonb_build_array(one.started_year, one.graduation_year),
      'occupation', one.occupation, 'employer', one.employer, 'languages', to_jsonb(one.languages), 'contact', one.contact)`);
    this.addSql(`create function keep_alumnus_facts() returns trigger language plpgsql as $$
      declare
        by_person boolean := new.volunteer_id is not distinct from app_volunteer();
        told jsonb := alumnus_facts(new);
        known jsonb := alumnus_facts(old);
      begin
        if by_person and new.organization_id <> old.organization_id then
          raise exception 'An association says who its members are.' using errcode = 'insufficient_privilege';
        end if;
        if new.last_confirmed_on is distinct from old.last_confirmed_on then
          new.confirmed := '{}';
        end if;
        new.confirmed := new.confirmed || coalesce((
          select jsonb_object_agg(key, case when by_person then to_jsonb(app_today()) end)
            from jsonb_each(told) where value is distinct from known -> key), '{}');
        return new;
      end $$`);
    this.addSql(`create trigger alumnus_keep_facts before update on alumnus
      for each row execute function keep_alumnus_facts()`);
    this.addSql(`create function unconfirmed_since(one alumnus) returns date language sql immutable
      return (select min(coalesce(confirmed_on, '-infinity'))
                from (select case when one.confirmed ? fact then (one.confirmed ->> fact)::date else one.last_confirmed_on end as confirmed_on
                        from unnest(array[${facts.map((fact) => `'${fact}'`).join(', ')}]) fact
                       -- A fact that nobody told needs no yes.
                       where alumnus_facts(one) -> fact not in ('null', '[]', '[null, null]')) known)`);
  }

  /** Each association looks once a day for whom to ask. The job makes the next one. */
  private nudge(): void {
    this.addSql(`create function look_for_unconfirmed() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      begin
        insert into job (id, kind, key, payload, due_at, organization_id)
        values (uuidv7(), 'ask to confirm facts', new.organization_id, '{}', app_now() + interval '1 day', new.organization_id)
        on conflict do nothing;
        return null;
      end $$`);
    this.addSql(`create trigger association_look after insert on association
      for each row execute function look_for_unconfirmed()`);
    this.addSql(`insert into job (id, kind, key, payload, due_at, organization_id)
      select uuidv7(), 'ask to confirm facts', organization_id, '{}', app_now() + interval '1 day', organization_id
        from association on conflict do nothing`);
    this.addSql('create index on alumnus (organization_id, nudged_on)');
  }
}
