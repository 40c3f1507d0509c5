import { Migration } from '@mikro-orm/migrations';

const isLive = (mandate: string, body: string) =>
  `exists (select from governance_mandate m where m.id = ${mandate} and m.body_id = ${body} and m.starts_at <= app_now() and m.ends_at > app_now())`;

/**
 * The rules of a meeting: who is there, who speaks for whom, what is voted, and what came of it. They run as the owner, since nobody else
 * sees all rows. Each locks the meeting or the motion, so that whoever comes or votes and whoever closes wait for each other.
 */
export class Migration20261210_governance_rules extends Migration {
  override up(): void {
    // Whoever owns the tables and acts for nobody loads what happened elsewhere.
    this.addSql(`create function loads_governance() returns boolean language sql stable as $$
      select app_volunteer() is null
         and pg_has_role(session_user, (select relowner from pg_class where oid = 'governance_meeting'::regclass), 'usage')
    $$`);
    this.keepPresence();
    this.keepProxies();
    this.keepMeetings();
    this.keepVotes();
    this.keepMotions();
  }

  private keepPresence(): void {
    this.addSql(`create function keep_governance_presence() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      declare
        meeting governance_meeting;
      begin
        select * into meeting from governance_meeting where id = new.meeting_id for share;
        if meeting.status <> 'open' then
          raise exception 'The meeting is not open.' using errcode = 'check_violation', constraint = 'governance_meeting_open';
        end if;
        if new.body_id <> meeting.body_id or new.organization_id <> meeting.organization_id or not ${isLive('new.mandate_id', 'meeting.body_id')} then
          raise exception 'The mandate is not live.' using errcode = 'check_violation', constraint = 'governance_mandate_live';
        end if;
        -- Whoever comes speaks for themself.
        perform pg_advisory_xact_lock(hashtextextended('voices ' || new.meeting_id, 0));
        update governance_proxy set ended_at = app_now() where meeting_id = new.meeting_id and giver_id = new.mandate_id and ended_at is null;
        return new;
      end $$`);
    this.addSql(`create trigger governance_presence_keep before insert on governance_presence
      for each row when (not loads_governance()) execute function keep_governance_presence()`);
  }

  private keepProxies(): void {
    this.addSql(`create function keep_governance_proxy() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      declare
        meeting governance_meeting;
        most integer;
      begin
        if tg_op = 'UPDATE' then
          if to_jsonb(new) - 'ended_at' <> to_jsonb(old) - 'ended_at' or old.ended_at is not null then
            raise exception 'A proxy ends once.' using errcode = 'check_violation', constraint = 'governance_proxy_kept';
          end if;
          new.ended_at := app_now();
          return new;
        end if;
        select * into meeting from governance_meeting where id = new.meeting_id for share;
        if meeting.status not in ('planned', 'open') then
          raise exception 'The meeting is over.' using errcode = 'check_violation', constraint = 'governance_meeting_open';
        end if;
        if new.body_id <> meeting.body_id or new.organization_id <> meeting.organization_id
           or not ${isLive('new.giver_id', 'meeting.body_id')} or not ${isLive('new.holder_id', 'meeting.body_id')} then
          raise exception 'The mandate is not live.' using errcode = 'check_violation', constraint = 'governance_mandate_live';
        end if;
        -- The voices of a meeting change one after the other: nobody counts what another one is just changing.
        perform pg_advisory_xact_lock(hashtextextended('voices ' || new.meeting_id, 0));
        if exists (select from governance_presence where meeting_id = new.meeting_id and mandate_id = new.giver_id) then
          raise exception 'Whoever is there gives none.' using errcode = 'check_violation', constraint = 'governance_proxy_present';
        end if;
        select most_proxies into most from governance_body where id = new.body_id;
        if (select count(*) from governance_proxy where meeting_id = new.meeting_id and holder_id = new.holder_id and ended_at is null) >= most then
          raise exception 'The holder has enough.' using errcode = 'check_violation', constraint = 'governance_proxy_most';
        end if;
        -- Who passed their own voice on holds nobody's.
        if exists (select from governance_proxy where meeting_id = new.meeting_id and ended_at is null
             and (giver_id = new.holder_id or holder_id = new.giver_id)) then
          raise exception 'A proxy is not passed on.' using errcode = 'check_violation', constraint = 'governance_proxy_chain';
        end if;
        return new;
      end $$`);
    this.addSql(`create trigger governance_proxy_keep before insert or update on governance_proxy
      for each row when (not loads_governance()) execute function keep_governance_proxy()`);
  }

  private keepMeetings(): void {
    this.addSql(`create function keep_governance_meeting() returns trigger language plpgsql as $$
      begin
        if (old.status, new.status) not in (('planned', 'open'), ('planned', 'cancelled'), ('open', 'closed'), ('planned', 'planned'))
           or (new.body_id, new.organization_id) is distinct from (old.body_id, old.organization_id) then
          raise exception 'It stands otherwise.' using errcode = 'check_violation', constraint = 'governance_meeting_status';
        end if;
        if new.status = 'closed' and exists (select from governance_motion where meeting_id = new.id and status = 'open') then
          raise exception 'A vote is open.' using errcode = 'check_violation', constraint = 'governance_vote_open';
        end if;
        new.opened_at := case when new.status in ('open', 'closed') then coalesce(old.opened_at, app_now()) end;
        new.closed_at := case when new.status = 'closed' then app_now() end;
        return new;
      end $$`);
    this.addSql(`create trigger governance_meeting_keep before update on governance_meeting
      for each row execute function keep_governance_meeting()`);
  }

  private keepVotes(): void {
    this.addSql(`create function keep_governance_vote() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      declare
        motion governance_motion;
      begin
        select * into motion from governance_motion where id = new.motion_id for share;
        if motion.status <> 'open' or motion.is_paper then
          raise exception 'The vote is not open.' using errcode = 'check_violation', constraint = 'governance_vote_closed';
        end if;
        if new.body_id <> motion.body_id or new.organization_id <> motion.organization_id 
           or not ${isLive('new.mandate_id', 'motion.body_id')} or not ${isLive('new.cast_by', 'motion.body_id')} then
          raise exception 'The mandate is not live.' using errcode = 'check_violation', constraint = 'governance_mandate_live';
        end if;
        if not exists (select from governance_presence where meeting_id = motion.meeting_id and mandate_id = new.cast_by) then
          raise exception 'Only who is there votes.' using errcode = 'check_violation', constraint = 'governance_vote_absent';
        end if;
        if new.mandate_id <> new.cast_by and not exists (select from governance_proxy where meeting_id = motion.meeting_id
             and giver_id = new.mandate_id and holder_id = new.cast_by and ended_at is null for share) then
          raise exception 'There is no proxy.' using errcode = 'check_violation', constraint = 'governance_vote_proxy';
        end if;
        return new;
      end $$`);
    this.addSql(`create trigger governance_vote_keep before insert on governance_vote
      for each row when (not loads_governance()) execute function keep_governance_vote()`);
  }

  private keepMotions(): void {
    this.addSql(`create function keep_governance_motion() returns trigger language plpgsql
      security definer set search_path = public, pg_temp as $$
      declare
        meeting governance_meeting;
        quorum integer;
      begin
        select * into meeting from governance_meeting where id = new.meeting_id for share;
        if tg_op = 'INSERT' then
          if meeting.status not in ('planned', 'open') or new.body_id <> meeting.body_id or new.organization_id <> meeting.organization_id then
            raise exception 'The meeting is over.' using errcode = 'check_violation', constraint = 'governance_meeting_open';
          end if;
          return new;
        end if;
        if (old.status, new.status) not in (('draft', 'draft'), ('draft', 'open'), ('draft', 'closed'), ('open', 'closed'))
           or old.status <> 'draft' and (new.text, new.majority, new.is_paper) is distinct from (old.text, old.majority, old.is_paper) then
          raise exception 'It stands otherwise.' using errcode = 'check_violation', constraint = 'governance_motion_status';
        end if;
        if new.status = old.status then return new; end if;
        if meeting.status <> 'open' or new.status = 'closed' and old.status = 'draft' and not new.is_paper then
          raise exception 'The meeting is not open.' using errcode = 'check_violation', constraint = 'governance_meeting_open';
        end if;
        if new.status = 'open' then
          new.opened_at := app_now();
          return new;
        end if;
        -- Whoever voted had the right then. Otherwise a mandate counts that is live now, and is there if its voice is: its own, or that
        -- of a holder who is there and whose mandate is live too.
        select count(*), count(*) filter (where voted or here) into new.mandates, new.present from (
          select m.starts_at <= app_now() and m.ends_at > app_now() as live,
                 exists (select from governance_vote v where v.motion_id = new.id and v.mandate_id = m.id) as voted,
                 exists (select from governance_presence p where p.meeting_id = new.meeting_id and p.mandate_id = m.id)
                   or exists (select from governance_proxy x
                       join governance_presence p on p.meeting_id = x.meeting_id and p.mandate_id = x.holder_id
                       join governance_mandate h on h.id = x.holder_id and h.ends_at > app_now()
                      where x.meeting_id = new.meeting_id and x.giver_id = m.id and x.ended_at is null) as here
            from governance_mandate m where m.body_id = new.body_id) counted
         where live or voted;
        if not new.is_paper then
          select count(*) filter (where choice = 'for'), count(*) filter (where choice = 'against'), count(*) filter (where choice = 'abstain')
            into new.votes_for, new.votes_against, new.abstentions from governance_vote where motion_id = new.id;
        end if;
        select quorum_percent into quorum from governance_body where id = new.body_id;
        new.closed_at := app_now();
        new.outcome := case when new.mandates = 0 or new.present * 100 < quorum * new.mandates then 'no-quorum'
          when new.majority = 'simple' and new.votes_for > new.votes_against then 'carried'
          when new.majority = 'two-thirds' and new.votes_for * 3 >= (new.votes_for + new.votes_against) * 2 and new.votes_for > 0 then 'carried'
          else 'lost' end;
        return new;
      end $$`);
    this.addSql(`create trigger governance_motion_keep before insert or update on governance_motion
      for each row when (not loads_governance()) execute function keep_governance_motion()`);
  }
}
