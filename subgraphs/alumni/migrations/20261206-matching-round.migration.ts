import { ownerOnlyTable, personTable, session, tenantTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

/**
 * Matching rounds: associations take part, people enter, and the coordinator says who is to be a pair or never one. The round and its entries
 * are the tenant's who runs it.
 */
export class Migration20261206_matching_round extends Migration {
  override up(): void {
    this.rounds();
    this.associations();
    this.entries();
    this.rulings();
  }

  private rounds(): void {
    this.addSql('alter table matching_round drop constraint matching_round_status_check');
    this.addSql(`alter table matching_round
      add constraint matching_round_status_check check (status in ('open', 'draft', 'published', 'closed', 'cancelled')),
      add column seed text not null default gen_random_uuid()::text,
      add column answer_days integer not null default 14 check (answer_days between 1 and 90),
      add column published_at timestamptz,
      add column answers_due_at timestamptz`);
    this.addSql(
      `update matching_round set published_at = app_now(), answers_due_at = app_now() where status = 'published'`,
    );
    this.addSql(`alter table matching_round add constraint matching_round_published
      check ((status in ('published', 'closed')) = (published_at is not null) and (published_at is null) = (answers_due_at is null))`);
    // What a round is called and when it is open is said to everybody who may enter.
    this.addSql('drop policy matching_round_read on matching_round');
    this.addSql('create policy matching_round_read on matching_round for select using (true)');
    this.addSql(`create table matching_round_change (
      id uuid primary key default uuidv7(),
      organization_id uuid not null,
      round_id uuid not null references matching_round on delete cascade,
      status text not null,
      changed_at timestamptz not null default app_now()
    )`);
    this.addSql('create index on matching_round_change (round_id, id)');
    for (const statement of [
      ...ownerOnlyTable('matching_round_change'),
      `create policy matching_round_change_read on matching_round_change for select using (organization_id = ${session.organization})`,
      `create function follow_matching_round() returns trigger language plpgsql
         security definer set search_path = public, pg_temp as $$
       begin
         if tg_op = 'UPDATE' then
           if old.status in ('closed', 'cancelled') or (old.status, new.status) in (('published', 'open'), ('published', 'draft')) then
             raise exception 'The round is over.' using errcode = 'check_violation', constraint = 'matching_round_over';
           end if;
           if new.organization_id <> old.organization_id or new.seed <> old.seed then
             raise exception 'A round stays whose it is.' using errcode = 'insufficient_privilege';
           end if;
         end if;
         insert into matching_round_change (organization_id, round_id, status) values (new.organization_id, new.id, new.status);
         return null;
       end $$`,
      `create trigger matching_round_begun after insert on matching_round for each row execute function follow_matching_round()`,
      `create trigger matching_round_changed after update on matching_round
         for each row when (old.status <> new.status or old.organization_id <> new.organization_id or old.seed <> new.seed)
         execute function follow_matching_round()`,
    ]) {
      this.addSql(statement);
    }
  }

  /** That an association lets its people be matched in a round: given by the association, bounded by the coordinator. */
  private associations(): void {
    this.addSql(`create table matching_association (
      id uuid primary key default uuidv7(),
      round_id uuid not null references matching_round on delete cascade,
      organization_id uuid not null,
      host_id uuid not null,
      mentee_quota integer check (mentee_quota >= 0),
      mentor_quota integer check (mentor_quota >= 0),
      reserved_places integer not null default 0 check (reserved_places >= 0),
      joined_at timestamptz not null default app_now(),
      left_at timestamptz,
      unique (round_id, organization_id)
    )`);
    const association = `organization_id = ${session.organization}`;
    const host = `host_id = ${session.organization}`;
    for (const statement of [
      ...ownerOnlyTable('matching_association'),
      `create policy matching_association_read on matching_association for select using (${association} or ${host})`,
      `create policy matching_association_join on matching_association for insert with check (${association})`,
      `create policy matching_association_change on matching_association for update
         using (${association} or ${host}) with check (${association} or ${host})`,
      `create function keep_matching_association() returns trigger language plpgsql
         security definer set search_path = public, pg_temp as $$
       declare
         round matching_round;
       begin
         -- What the owner loads came to be before.
         if pg_has_role(session_user, (select relowner from pg_class where oid = tg_relid), 'usage') then return new; end if;
         select * into round from matching_round where id = new.round_id for share;
         if round.status not in ('open', 'draft') then
           raise exception 'The round has been published.' using errcode = 'check_violation', constraint = 'matching_round_over';
         end if;
         if new.host_id <> round.organization_id
            or tg_op = 'UPDATE' and (new.round_id, new.organization_id) is distinct from (old.round_id, old.organization_id) then
           raise exception 'It stays the association''s.' using errcode = 'insufficient_privilege';
         end if;
         -- Whether its people are matched is the association's to say, how many are the coordinator's.
         if tg_op = 'UPDATE' and new.left_at is distinct from old.left_at and app_organization() is distinct from new.organization_id
            or (tg_op = 'INSERT' or (new.mentee_quota, new.mentor_quota, new.reserved_places)
                  is distinct from (old.mentee_quota, old.mentor_quota, old.reserved_places))
               and (new.mentee_quota, new.mentor_quota, new.reserved_places) is distinct from (null, null, 0)
               and app_organization() is distinct from new.host_id then
           raise exception 'That is for the other one to say.' using errcode = 'insufficient_privilege';
         end if;
         if tg_op = 'UPDATE' and new.left_at is not null and old.left_at is null then
           update matching_entry set left_at = app_now()
            where round_id = new.round_id and association_id = new.organization_id and left_at is null;
         end if;
         return new;
       end $$`,
      `create trigger matching_association_keep before insert or update on matching_association
         for each row execute function keep_matching_association()`,
    ]) {
      this.addSql(statement);
    }
  }

  /** Who wants to be matched in a round, entered by themselves. The row is the tenant's who runs the round. */
  private entries(): void {
    this.addSql(`create table matching_entry (
      id uuid primary key default gen_random_uuid(),
      organization_id uuid not null,
      round_id uuid not null references matching_round on delete cascade,
      volunteer_id uuid not null,
      role text not null check (role in ('mentee', 'mentor')),
      association_id uuid,
      goals text[] not null check (cardinality(goals) between 1 and 10),
      field_codes text[] not null check (cardinality(field_codes) between 1 and 10),
      languages text[] not null check (cardinality(languages) between 1 and 10),
      formats text[] not null
        check (cardinality(formats) between 1 and 3 and formats <@ array['one-call', 'three-months', 'twelve-months']),
      country_code text check (country_code ~ '^[A-Z]{2}$'),
      capacity integer not null default 1 check (capacity between 1 and 20),
      entered_at timestamptz not null default app_now(),
      left_at timestamptz,
      check (role = 'mentor' or capacity = 1),
      unique (round_id, volunteer_id, role)
    )`);
    this.addSql('create index on matching_entry (round_id, association_id) where left_at is null');
    this.addSql('create index on matching_entry (volunteer_id)');
    const person = `volunteer_id = ${session.volunteer}`;
    for (const statement of [
      ...ownerOnlyTable('matching_entry'),
      `create policy matching_entry_read on matching_entry for select
         using (organization_id = ${session.organization} or association_id = ${session.organization} or ${person})`,
      `create policy matching_entry_enter on matching_entry for insert with check (${person})`,
      `create policy matching_entry_change on matching_entry for update using (${person}) with check (${person})`,
      `create function keep_matching_entry() returns trigger language plpgsql
         security definer set search_path = public, pg_temp as $$
       declare
         round matching_round;
       begin
         if pg_has_role(session_user, (select relowner from pg_class where oid = tg_relid), 'usage') then return new; end if;
         select * into round from matching_round where id = new.round_id for share;
         if tg_op = 'UPDATE' and (new.round_id, new.volunteer_id, new.role, new.organization_id)
              is distinct from (old.round_id, old.volunteer_id, old.role, old.organization_id) then
           raise exception 'An entry stays whose it is.' using errcode = 'insufficient_privilege';
         end if;
         if round.organization_id <> new.organization_id then
           raise exception 'An entry is the tenant''s who runs the round.' using errcode = 'insufficient_privilege';
         end if;
         if new.left_at is null and not (round.status = 'open' and app_today() between round.opens_on and round.closes_on) then
           raise exception 'The round is not open.' using errcode = 'check_violation', constraint = 'matching_round_closed';
         end if;
         if new.left_at is not null and round.status not in ('open', 'draft') then
           raise exception 'The round has been published.' using errcode = 'check_violation', constraint = 'matching_round_over';
         end if;
         if new.left_at is null and new.association_id is not null and not exists (
              select from matching_association
               where round_id = new.round_id and organization_id = new.association_id and left_at is null for share) then
           raise exception 'The association takes no part.' using errcode = 'check_violation', constraint = 'matching_association_apart';
         end if;
         return new;
       end $$`,
      `create trigger matching_entry_keep before insert or update on matching_entry
         for each row execute function keep_matching_entry()`,
      ...personTable({ name: 'matching_entry' }),
    ]) {
      this.addSql(statement);
    }
  }

  /** What the coordinator says of two entries: that they are a pair, or never one. It holds for all drafts. */
  private rulings(): void {
    this.addSql(`create table matching_ruling (
      id uuid primary key default uuidv7(),
      organization_id uuid not null,
      round_id uuid not null references matching_round on delete cascade,
      mentee_entry_id uuid not null references matching_entry on delete cascade,
      mentor_entry_id uuid not null references matching_entry on delete cascade,
      ruling text not null check (ruling in ('locked', 'vetoed')),
      ruled_at timestamptz not null default app_now(),
      unique (round_id, mentee_entry_id, mentor_entry_id)
    )`);
    this.addSql(
      `create unique index matching_ruling_one_lock on matching_ruling (mentee_entry_id) where ruling = 'locked'`,
    );
    for (const statement of tenantTable({ name: 'matching_ruling', readers: 'tenant' })) this.addSql(statement);
  }
}
