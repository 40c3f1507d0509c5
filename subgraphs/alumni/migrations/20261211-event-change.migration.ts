import { tenantTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

/** An event is corrected until it begins; what stood there is kept, and who comes is told of another time or place. */
export class Migration20261211_event_change extends Migration {
  override up(): void {
    this.addSql(`create table alumni_event_version (
      id uuid primary key default uuidv7(),
      organization_id uuid not null,
      event_id uuid not null references alumni_event,
      country_code text,
      title jsonb not null,
      body jsonb not null,
      place text not null,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      capacity integer,
      replaced_at timestamptz not null default app_now()
    )`);
    this.addSql('create index on alumni_event_version (event_id, id)');
    for (const statement of [
      ...tenantTable({ name: 'alumni_event_version', readers: 'tenant' }),
      'drop policy alumni_event_version_insert on alumni_event_version',
      'drop policy alumni_event_version_update on alumni_event_version',
      'drop policy alumni_event_version_delete on alumni_event_version',
    ]) {
      this.addSql(statement);
    }
    const facts = (row: string) =>
      ['country_code', 'title', 'body', 'place', 'starts_at', 'ends_at', 'capacity']
        .map((name) => `${row}.${name}`)
        .join();
    this.addSql(`create function correct_alumni_event() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      begin
        if old.starts_at <= app_now() or old.status = 'cancelled' then
          raise exception 'It is corrected until it begins.' using errcode = 'check_violation', constraint = 'alumni_event_begun';
        end if;
        insert into alumni_event_version
          (organization_id, event_id, country_code, title, body, place, starts_at, ends_at, capacity)
        values (old.organization_id, old.id, ${facts('old')});
        if old.status = 'published' and (new.place, new.starts_at, new.ends_at) is distinct from (old.place, old.starts_at, old.ends_at) then
          insert into job (id, kind, key, payload, due_at, organization_id)
          select uuidv7(), 'tell of an event', id || ' corrected ' || clock_timestamp(),
                 jsonb_build_object('answer', id, 'change', 'corrected'), app_now(), organization_id
            from event_answer where event_id = new.id and answer <> 'no'
          on conflict do nothing;
        end if;
        return new;
      end $$`);
    this.addSql(`create trigger alumni_event_correct before update on alumni_event for each row
      when ((${facts('new')}) is distinct from (${facts('old')})) execute function correct_alumni_event()`);
  }
}
