import { Migration } from '@mikro-orm/migrations';

/**
 * A mentor who lets requests run out is warned, and hidden at the next one, by the numbers of the association that reviewed them. Any answer
 * begins the count anew, and so does the mentor who takes the offer up again.
 */
export class Migration20261205_silent_mentors extends Migration {
  override up(): void {
    this.addSql(`alter table association
      add column silence_warning integer not null default 2 check (silence_warning >= 1),
      add column silence_pause integer not null default 3,
      add check (silence_pause > silence_warning)`);
    this.addSql(`alter table mentor_profile
      add column unanswered_requests integer not null default 0 check (unanswered_requests >= 0),
      add column paused_by_house boolean not null default false,
      add constraint mentor_profile_paused_by_house check (paused or not paused_by_house)`);
    this.addSql(`create function resume_mentor() returns trigger language plpgsql as $$
      begin
        new.paused_by_house := false;
        new.unanswered_requests := 0;
        return new;
      end $$`);
    this.addSql(`create trigger mentor_profile_resume before update of paused on mentor_profile
      for each row when (old.paused and not new.paused) execute function resume_mentor()`);
    this.addSql(`create function count_silence() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      declare
        silent record;
        kind text;
      begin
        if new.status = 'active' or (new.ending = 'declined' and app_volunteer() = new.mentor_volunteer_id) then
          update mentor_profile set unanswered_requests = 0
           where volunteer_id = new.mentor_volunteer_id and unanswered_requests > 0;
        elsif new.ending = 'expired' and new.mentor_agreed_at is null then
          update mentor_profile set unanswered_requests = unanswered_requests + 1
           where volunteer_id = new.mentor_volunteer_id
          returning organization_id, unanswered_requests as count, paused into silent;
          if silent is null then return null; end if;
          select case when silent.count >= coalesce(max(silence_pause), 3) and not silent.paused then 'hide a silent mentor'
                      when silent.count = coalesce(max(silence_warning), 2) then 'warn a silent mentor' end into kind
            from association where organization_id = silent.organization_id;
          if kind = 'hide a silent mentor' then
            update mentor_profile set paused = true, paused_by_house = true where volunteer_id = new.mentor_volunteer_id;
          end if;
          if kind is not null then
            insert into job (id, kind, key, payload, due_at, organization_id)
            values (uuidv7(), kind, new.id, jsonb_build_object('mentorship', new.id), app_now(), new.organization_id)
            on conflict do nothing;
          end if;
        end if;
        return null;
      end $$`);
    this.addSql(`create trigger mentorship_silence after update of status on mentorship
      for each row when (old.status = 'proposed' and new.status <> 'proposed') execute function count_silence()`);
  }
}
