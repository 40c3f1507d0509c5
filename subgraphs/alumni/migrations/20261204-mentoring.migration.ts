import { personTable, session, sharedTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

/**
 * Mentoring by people themselves: offers, cards without a name, requests that are answered, withdrawn or run out, and concerns. What follows
 * from a change of a mentorship is done by triggers, since neither of the two sees what else the other one has.
 */
export class Migration20261204_mentoring extends Migration {
  override up(): void {
    this.offers();
    this.requests();
    this.tell();
    this.concerns();
  }

  private offers(): void {
    this.addSql(`alter table association
      add column reminder_days integer not null default 7 check (reminder_days >= 1),
      add column answer_days integer not null default 14,
      add check (answer_days > reminder_days)`);
    this.addSql(`alter table mentor_profile
      add column card_id uuid not null default gen_random_uuid() unique,
      add column formats text[] not null default '{twelve-months}'
        check (cardinality(formats) between 1 and 3 and formats <@ array['one-call', 'three-months', 'twelve-months']),
      add column country_code text check (country_code ~ '^[A-Z]{2}$'),
      add column review text not null default 'awaited' check (review in ('awaited', 'approved', 'refused')),
      add column withdrawn_at timestamptz`);
    // Who mentored before was found by the associations themselves.
    this.addSql(`update mentor_profile set review = 'approved'`);
    this.addSql(`create policy mentor_profile_offer on mentor_profile for insert
      with check (volunteer_id = ${session.volunteer} and review = 'awaited')`);
    this.addSql(`create policy mentor_profile_change on mentor_profile for update
      using (volunteer_id = ${session.volunteer}) with check (volunteer_id = ${session.volunteer})`);
    this.addSql(`create function keep_mentor_profile() returns trigger language plpgsql as $$
      begin
        if new.review is distinct from old.review and app_organization() is distinct from new.organization_id then
          raise exception 'The association reviews its mentors.' using errcode = 'insufficient_privilege';
        end if;
        if (new.card_id, new.organization_id) is distinct from (old.card_id, old.organization_id)
           or (new.volunteer_id is not null and new.volunteer_id is distinct from old.volunteer_id) then
          raise exception 'An offer stays whose it is.' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    this.addSql(`create trigger mentor_profile_keep before update on mentor_profile
      for each row execute function keep_mentor_profile()`);
    // It runs as its owner: whoever looks sees no row of the table behind it.
    this.addSql(`create view mentor_card with (security_barrier = true) as
      select card_id as id, goals, field_codes, languages, formats, country_code, review = 'approved' as is_approved
        from mentor_profile
       where free_places > 0 and not paused and withdrawn_at is null and review <> 'refused'
         and volunteer_id is distinct from app_volunteer()`);
    this.addSql(`create index mentor_card_order on mentor_profile (card_id)
      where free_places > 0 and not paused and withdrawn_at is null and review <> 'refused'`);
    this.addSql(`create function mentor_of_card(card uuid) returns table (volunteer_id uuid, organization_id uuid)
      language sql stable security definer set search_path = public, pg_temp as $$
        select volunteer_id, organization_id from mentor_profile
         where card_id = card and withdrawn_at is null and review <> 'refused'
      $$`);
  }

  private requests(): void {
    this.addSql(`alter table mentorship
      add column format text check (format in ('one-call', 'three-months', 'twelve-months')),
      add column asked_at timestamptz not null default app_now(),
      add column ended_at timestamptz,
      add column ending text check (ending in ('declined', 'withdrawn', 'expired', 'superseded', 'ended', 'left')),
      add column decline_reason text check (decline_reason in ('no-time', 'other-field', 'other'))`);
    this.addSql(`update mentorship set ended_at = app_now(),
      ending = case when volunteer_id is null or mentor_volunteer_id is null then 'left' else 'ended' end where status = 'ended'`);
    this.addSql(`create function stamp_mentorship() returns trigger language plpgsql as $$
      declare
        by_owner boolean := pg_has_role((select relowner from pg_class where oid = tg_relid), 'usage');
      begin
        if tg_op = 'UPDATE' and old.status = 'ended' and new.status <> 'ended' then
          raise exception 'It has ended.' using errcode = 'check_violation', constraint = 'mentorship_over';
        end if;
        if tg_op = 'UPDATE' and old.status = 'proposed' and new.status = 'active' and not by_owner
           and new.mentor_volunteer_id is distinct from app_volunteer() then
          raise exception 'The mentor answers.' using errcode = 'insufficient_privilege';
        end if;
        if new.status = 'ended' then
          new.ended_at := coalesce(new.ended_at, app_now());
          new.ending := coalesce(new.ending,
            case when new.volunteer_id is null or new.mentor_volunteer_id is null then 'left' else 'ended' end);
        end if;
        return new;
      end $$`);
    this.addSql(`create trigger mentorship_stamp before insert or update on mentorship
      for each row execute function stamp_mentorship()`);
    this.addSql(`alter table mentorship
      add constraint mentorship_ending check ((status = 'ended') = (ending is not null) and (status = 'ended') = (ended_at is not null)),
      add constraint mentorship_declined check (decline_reason is null or ending = 'declined')`);
    this.addSql(`create policy mentorship_mentor_answer on mentorship for update
      using (mentor_volunteer_id = ${session.volunteer}) with check (mentor_volunteer_id = ${session.volunteer})`);
    this.addSql(`create function limit_mentorship_requests() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      begin
        -- What others propose to a person is not the person's to bound.
        if app_volunteer() is distinct from new.volunteer_id then return new; end if;
        if exists (select from mentor_profile where volunteer_id = new.mentor_volunteer_id
                    and (withdrawn_at is not null or review = 'refused') for share) then
          raise exception 'The offer does not stand.' using errcode = 'check_violation', constraint = 'mentorship_mentor';
        end if;
        perform pg_advisory_xact_lock(hashtextextended('mentorship requests ' || new.volunteer_id, 0));
        if (select count(*) from mentorship where volunteer_id = new.volunteer_id and status = 'proposed') >= 5 then
          raise exception 'Five wait for an answer.' using errcode = 'check_violation', constraint = 'mentorship_open_requests';
        end if;
        return new;
      end $$`);
    this.addSql(`create trigger mentorship_limit before insert on mentorship
      for each row when (new.status = 'proposed') execute function limit_mentorship_requests()`);
  }

  /** Closes what else the mentee asked for once somebody accepts, and makes the jobs that tell people. */
  private tell(): void {
    this.addSql(`create function follow_mentorship() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      declare
        clocks record;
        change text := new.status;
      begin
        if tg_op = 'UPDATE' and new.status = old.status then return null; end if;
        if tg_op = 'INSERT' and new.status <> 'proposed' then return null; end if;
        if new.status = 'proposed' and app_volunteer() is not null then
          select reminder_days, answer_days into clocks from association where organization_id = new.organization_id;
          insert into job (id, kind, key, payload, due_at, organization_id)
          select uuidv7(), kind, new.id, jsonb_build_object('mentorship', new.id), app_now() + make_interval(days => days),
                 new.organization_id
            from (values ('remind of a request for mentoring', coalesce(clocks.reminder_days, 7)),
                         ('close a request for mentoring', coalesce(clocks.answer_days, 14))) as due (kind, days);
        elsif new.status = 'active' then
          update mentorship set status = 'ended', ending = 'superseded'
           where volunteer_id = new.volunteer_id and status = 'proposed' and id <> new.id;
        end if;
        -- What nobody of the two did is told by whoever did it.
        if app_volunteer() is null then return null; end if;
        insert into job (id, kind, key, payload, due_at, organization_id)
        values (uuidv7(), 'tell of a mentorship', new.id || ' ' || change,
                jsonb_build_object('mentorship', new.id, 'status', change, 'by', case app_volunteer()
                  when new.volunteer_id then 'mentee' when new.mentor_volunteer_id then 'mentor' end),
                app_now(), new.organization_id)
        on conflict do nothing;
        return null;
      end $$`);
    this.addSql(`create trigger mentorship_follow after insert or update of status on mentorship
      for each row execute function follow_mentorship()`);
  }

  private concerns(): void {
    this.addSql(`create table mentoring_concern (
      id uuid primary key,
      organization_id uuid not null,
      mentorship_id uuid not null,
      volunteer_id uuid not null,
      by_mentor boolean not null,
      text text not null check (length(text) between 1 and 4000),
      raised_at timestamptz not null default app_now(),
      closed_at timestamptz,
      outcome text check (length(outcome) between 1 and 4000),
      check ((closed_at is null) = (outcome is null))
    )`);
    this.addSql(`create index on mentoring_concern (organization_id, id)`);
    this.addSql(`create index on mentoring_concern (volunteer_id)`);
    const leads = `organization_id = ${session.organization} and 'safeguarding_lead' = any(string_to_array(current_setting('app.roles', true), ' '))`;
    for (const statement of [
      'alter table mentoring_concern enable row level security',
      'alter table mentoring_concern force row level security',
      'create policy mentoring_concern_owner on mentoring_concern to current_user using (true) with check (true)',
      `create policy mentoring_concern_raise on mentoring_concern for insert
         with check (volunteer_id = ${session.volunteer} and closed_at is null)`,
      `create policy mentoring_concern_own on mentoring_concern for select using (volunteer_id = ${session.volunteer})`,
      `create policy mentoring_concern_read on mentoring_concern for select using (${leads})`,
      `create policy mentoring_concern_close on mentoring_concern for update using (${leads}) with check (${leads})`,
      `create function keep_mentoring_concern() returns trigger language plpgsql as $$
         begin
           if old.closed_at is not null or (new.text, new.mentorship_id, new.organization_id, new.raised_at, new.by_mentor)
              is distinct from (old.text, old.mentorship_id, old.organization_id, old.raised_at, old.by_mentor) then
             raise exception 'A concern stays as it was raised and closed.' using errcode = 'check_violation',
               constraint = 'mentoring_concern_kept';
           end if;
           return new;
         end $$`,
      `create trigger mentoring_concern_keep before update on mentoring_concern
         for each row when (new.volunteer_id is not distinct from old.volunteer_id) execute function keep_mentoring_concern()`,
      ...personTable({ name: 'mentoring_concern' }),
      ...sharedTable({ name: 'mentoring_concern' }),
    ]) {
      this.addSql(statement);
    }
  }
}
