import { ownerOnlyTable, personTable, session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

/** The tables of what bodies do: each row says whose record it is. */
const records = [
  'governance_mandate',
  'governance_meeting',
  'governance_presence',
  'governance_proxy',
  'governance_motion',
  'governance_vote',
  'governance_minutes',
] as const;

/**
 * What the platform's bodies do: mandates with their instants, meetings with presence and proxies, motions, open votes and paper ballots,
 * minutes. Officers of the platform keep the records, members of a body act by a mandate that is live, and the audit commission reads all
 * and changes nothing but its own.
 */
export class Migration20261210_governance extends Migration {
  override up(): void {
    this.mandates();
    this.meetings();
    this.motions();
    this.rights();
    this.keepMandates();
  }

  private mandates(): void {
    this.addSql(`alter table governance_body
      add column quorum_percent integer not null default 51 check (quorum_percent between 1 and 100),
      add column most_proxies integer not null default 1 check (most_proxies between 0 and 10)`);
    this.addSql(`create table governance_mandate (
      id uuid primary key,
      organization_id uuid not null,
      body_id uuid not null references governance_body,
      volunteer_id uuid not null,
      chairs boolean not null,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      given_at timestamptz not null default app_now(),
      check (ends_at >= starts_at)
    )`);
    this.addSql('create index on governance_mandate (body_id, volunteer_id)');
    this.addSql('create index on governance_mandate (volunteer_id)');
  }

  private meetings(): void {
    this.addSql(`create table governance_meeting (
      id uuid primary key,
      organization_id uuid not null,
      body_id uuid not null references governance_body,
      title jsonb not null check (title ? 'az'),
      starts_at timestamptz not null,
      status text not null default 'planned' check (status in ('planned', 'open', 'closed', 'cancelled')),
      opened_at timestamptz,
      closed_at timestamptz,
      check ((opened_at is not null) = (status in ('open', 'closed'))),
      check ((closed_at is not null) = (status = 'closed'))
    )`);
    this.addSql('create index on governance_meeting (body_id, id)');
    this.addSql(`create table governance_presence (
      id uuid primary key default uuidv7(),
      organization_id uuid not null,
      body_id uuid not null,
      meeting_id uuid not null references governance_meeting,
      mandate_id uuid not null references governance_mandate on delete cascade,
      at timestamptz not null default app_now(),
      constraint governance_presence_once unique (meeting_id, mandate_id)
    )`);
    this.addSql(`create table governance_proxy (
      id uuid primary key,
      organization_id uuid not null,
      body_id uuid not null,
      meeting_id uuid not null references governance_meeting,
      giver_id uuid not null references governance_mandate on delete cascade,
      holder_id uuid not null references governance_mandate on delete cascade,
      given_at timestamptz not null default app_now(),
      ended_at timestamptz,
      check (giver_id <> holder_id)
    )`);
    this.addSql(
      'create unique index governance_proxy_one on governance_proxy (meeting_id, giver_id) where ended_at is null',
    );
    this.addSql(`create table governance_minutes (
      id uuid primary key,
      organization_id uuid not null,
      body_id uuid not null,
      meeting_id uuid not null references governance_meeting,
      version integer not null check (version >= 1),
      text text not null check (length(text) between 1 and 20000),
      published_at timestamptz not null default app_now(),
      unique (meeting_id, version)
    )`);
  }

  private motions(): void {
    this.addSql(`create table governance_motion (
      id uuid primary key,
      organization_id uuid not null,
      body_id uuid not null,
      meeting_id uuid not null references governance_meeting,
      text text not null check (length(text) between 1 and 4000),
      majority text not null check (majority in ('simple', 'two-thirds')),
      status text not null default 'draft' check (status in ('draft', 'open', 'closed')),
      is_paper boolean not null default false,
      opened_at timestamptz,
      closed_at timestamptz,
      present integer,
      mandates integer,
      votes_for integer check (votes_for >= 0),
      votes_against integer check (votes_against >= 0),
      abstentions integer check (abstentions >= 0),
      outcome text check (outcome in ('carried', 'lost', 'no-quorum')),
      check ((outcome is not null) = (status = 'closed')),
      check ((status = 'closed') = (closed_at is not null)),
      constraint governance_motion_ballots check (votes_for + votes_against + abstentions <= present and present <= mandates)
    )`);
    this.addSql('create index on governance_motion (meeting_id, id)');
    this.addSql(`create table governance_vote (
      id uuid primary key,
      organization_id uuid not null,
      body_id uuid not null,
      motion_id uuid not null references governance_motion,
      mandate_id uuid not null references governance_mandate on delete cascade,
      cast_by uuid references governance_mandate on delete set null,
      choice text not null check (choice in ('for', 'against', 'abstain')),
      cast_at timestamptz not null default app_now(),
      constraint governance_vote_once unique (motion_id, mandate_id)
    )`);
  }

  private rights(): void {
    // A mandate that is not live at this very instant gives no right.
    this.addSql(`create function app_mandate(body uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
      select id from governance_mandate
       where body_id = body and volunteer_id = app_volunteer() and starts_at <= app_now() and ends_at > app_now()
    $$`);
    this.addSql(`create function app_audits(organization uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
      select exists (select from governance_mandate m join governance_body b on b.id = m.body_id
        where b.organization_id = organization and b.function = 'supervisory'
          and m.volunteer_id = app_volunteer() and m.starts_at <= app_now() and m.ends_at > app_now())
    $$`);
    // What one acts by at a body: nothing for who audits it.
    this.addSql(`create function app_acts_by(body uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
      select app_mandate(body) from governance_body b
       where b.id = body and (b.function = 'supervisory' or not app_audits(b.organization_id))
    $$`);
    const keepers = `organization_id = ${session.organization} and (select handles_cases())`;
    this.addSql(this.auditors());
    for (const name of records) {
      for (const statement of [
        ...ownerOnlyTable(name),
        `create policy ${name}_read on ${name} for select
           using ((${keepers}) or app_mandate(body_id) is not null or app_audits(organization_id))`,
        `create trigger ${name}_audited before insert or update on ${name} for each row execute function keep_from_auditors()`,
      ]) {
        this.addSql(statement);
      }
    }
    for (const name of ['governance_mandate', 'governance_meeting', 'governance_motion', 'governance_minutes']) {
      this.addSql(`create policy ${name}_keep on ${name} for insert with check (${keepers})`);
    }
    for (const name of ['governance_mandate', 'governance_meeting', 'governance_motion']) {
      this.addSql(`create policy ${name}_change on ${name} for update using (${keepers}) with check (${keepers})`);
    }
    for (const statement of [
      `create policy governance_mandate_own on governance_mandate for select using (volunteer_id = ${session.volunteer})`,
      `create policy governance_presence_own on governance_presence for insert with check (mandate_id = app_mandate(body_id))`,
      `create policy governance_proxy_own on governance_proxy for insert with check (giver_id = app_mandate(body_id))`,
      `create policy governance_proxy_end on governance_proxy for update
         using (giver_id = app_mandate(body_id)) with check (giver_id = app_mandate(body_id))`,
      `create policy governance_vote_own on governance_vote for insert with check (cast_by = app_mandate(body_id))`,
      ...personTable({ name: 'governance_mandate' }),
      ...personTable({ name: 'governance_presence', through: { table: 'governance_mandate', column: 'mandate_id' } }),
      ...personTable({ name: 'governance_proxy', through: { table: 'governance_mandate', column: 'giver_id' } }),
      ...personTable({ name: 'governance_vote', through: { table: 'governance_mandate', column: 'mandate_id' } }),
    ]) {
      this.addSql(statement);
    }
  }

  /** Whoever audits changes no record of another body, whatever else they may there. */
  private auditors(): string {
    return `create function keep_from_auditors() returns trigger language plpgsql as $$
      declare
        record jsonb := to_jsonb(new);
      begin
        if app_erased() is null and app_audits((record ->> 'organization_id')::uuid)
           and exists (select from governance_body where id = (record ->> 'body_id')::uuid and function <> 'supervisory') then
          raise exception 'The audit commission changes nothing.' using errcode = 'check_violation', constraint = 'governance_audited';
        end if;
        return new;
      end $$`;
  }

  private keepMandates(): void {
    this.addSql(`create function keep_governance_mandate() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(hashtextextended('mandate ' || new.body_id || new.volunteer_id, 0));
        if tg_op = 'UPDATE' and ((new.body_id, new.volunteer_id, new.chairs, new.starts_at)
               is distinct from (old.body_id, old.volunteer_id, old.chairs, old.starts_at)
             or new.ends_at > old.ends_at) then
          raise exception 'A mandate ends earlier at most.' using errcode = 'check_violation', constraint = 'governance_mandate_kept';
        end if;
        if exists (select from governance_mandate m where m.body_id = new.body_id and m.volunteer_id = new.volunteer_id and m.id <> new.id
             and m.ends_at > m.starts_at and new.ends_at > new.starts_at and m.starts_at < new.ends_at and new.starts_at < m.ends_at) then
          raise exception 'They have one then.' using errcode = 'check_violation', constraint = 'governance_mandate_overlap';
        end if;
        return new;
      end $$`);
    this.addSql(`create trigger governance_mandate_keep before insert or update on governance_mandate
      for each row execute function keep_governance_mandate()`);
  }
}
