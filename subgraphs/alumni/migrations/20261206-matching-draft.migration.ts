import { session, tenantTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

/** The five criteria of a score, each with a column for its weight and one for its points. */
const criteria = ['goal', 'field', 'language', 'country', 'repeat'] as const;

const weightColumns = (defaults: readonly number[]) =>
  criteria
    .map(
      (name, at) => `${name}_weight integer not null default ${defaults[at]} check (${name}_weight between 0 and 100)`,
    )
    .join(',\n      ');

/**
 * Drafts of matching rounds: the coordinator drafts, compares and publishes, and mentors answer by the round's clock. What is drafted is the
 * tenant's who runs the round; an association reads the published pairs of its own people.
 */
export class Migration20261206_matching_draft extends Migration {
  override up(): void {
    this.drafts();
    this.candidates();
    this.places();
    this.publish();
    this.close();
  }

  private drafts(): void {
    this.addSql(`create table matching_draft (
      id uuid primary key,
      organization_id uuid not null,
      round_id uuid not null references matching_round on delete cascade,
      number integer not null check (number >= 1),
      ${weightColumns([40, 30, 20, 10, 30])},
      status text not null default 'solving' check (status in ('solving', 'ready', 'failed', 'cancelled')),
      progress integer not null default 0 check (progress between 0 and 100),
      failure text,
      total integer,
      without_candidate integer,
      made_at timestamptz not null default app_now(),
      ended_at timestamptz,
      published boolean not null default false,
      check ((status = 'failed') = (failure is not null)),
      check ((status = 'ready') = (total is not null)),
      check (not published or status = 'ready'),
      unique (round_id, number)
    )`);
    this.addSql('create unique index matching_draft_published on matching_draft (round_id) where published');
    this.addSql(`create unique index matching_draft_solving on matching_draft (round_id) where status = 'solving'`);
    this.addSql(`create table matching_pair (
      id uuid primary key default gen_random_uuid(),
      organization_id uuid not null,
      round_id uuid not null references matching_round on delete cascade,
      draft_id uuid not null references matching_draft on delete cascade,
      mentee_entry_id uuid not null references matching_entry on delete cascade,
      mentor_entry_id uuid not null references matching_entry on delete cascade,
      mentee_association_id uuid,
      mentor_association_id uuid,
      ${criteria.map((name) => `${name}_points integer not null`).join(',\n      ')},
      score integer not null,
      is_locked boolean not null,
      next_best_entry_id uuid references matching_entry on delete set null,
      lost_pairs integer,
      lost_score integer,
      published boolean not null default false,
      outcome text check (outcome in ('asked', 'place-taken')),
      mentorship_id uuid references mentorship on delete set null,
      check (score = ${criteria.map((name) => `${name}_points`).join(' + ')}),
      check (published = (outcome is not null)),
      unique (draft_id, mentee_entry_id)
    )`);
    this.addSql('create index on matching_pair (draft_id, score, id)');
    this.addSql('create index on matching_pair (mentor_entry_id)');
    this.addSql('create index on matching_pair (round_id, id) where published');
    for (const statement of [
      ...tenantTable({ name: 'matching_draft', readers: 'tenant' }),
      ...tenantTable({ name: 'matching_pair', readers: 'tenant' }),
      `create policy matching_pair_association on matching_pair for select
         using (published and ${session.organization} in (mentee_association_id, mentor_association_id))`,
    ]) {
      this.addSql(statement);
    }
  }

  /**
   * Who may be paired in a draft: of each mentee the mentors that fit best, and of each mentor the mentees, so that nobody is in nobody's
   * list; equal ones by a lot of the round. Entries that want or offer the same are one kind, and how well two kinds fit is looked up by what
   * their sets have in common. The planner expects one row of each step: without loops and merges it takes a second instead of minutes.
   */
  private candidates(): void {
    this.addSql(`create function matching_candidates(draft uuid, most integer, of_mentees uuid[] default null, of_mentors uuid[] default null)
      returns table (mentee uuid, mentor uuid, goal_points integer, field_points integer, language_points integer,
                     country_points integer, repeat_points integer)
      language sql stable security definer set search_path = public, pg_temp
      set enable_nestloop = off set enable_mergejoin = off set work_mem = '64MB' rows 20000 as $$
        with chosen as materialized (
          select d.*, r.seed from matching_draft d join matching_round r on r.id = d.round_id
           where d.id = draft and d.organization_id = app_organization()
        ), entries as materialized (
          -- What is wanted and offered as numbers of sets, which are far fewer than entries.
          select e.id, e.volunteer_id, e.role, hashtextextended(e.id || c.seed, 0) as lot, e.country_code,
                 e.goals as goal_values, e.field_codes as field_values, e.languages as language_values, e.formats as format_values,
                 dense_rank() over (partition by e.role order by array(select unnest(e.goals) order by 1)) as goals,
                 dense_rank() over (partition by e.role order by array(select unnest(e.field_codes) order by 1)) as fields,
                 dense_rank() over (partition by e.role order by array(select unnest(e.languages) order by 1)) as languages,
                 dense_rank() over (partition by e.role order by array(select unnest(e.formats) order by 1)) as formats
            from chosen c join matching_entry e on e.round_id = c.round_id
            left join mentor_profile p on p.volunteer_id = e.volunteer_id and e.role = 'mentor'
           where e.left_at is null and case e.role
             when 'mentee' then of_mentees is null or e.id = any (of_mentees)
             else (of_mentors is null or e.id = any (of_mentors))
                  and p.free_places > 0 and not p.paused and p.withdrawn_at is null and p.review <> 'refused' end
        ), traits as materialized (
          select distinct role, trait, set, value, size from entries,
            lateral (values ('goals', goals, goal_values), ('fields', fields, field_values), ('languages', languages, language_values),
                            ('formats', formats, format_values)) as one (trait, set, vals),
            lateral (select unnest(vals) as value, cardinality(vals) as size) as each
        ), common as materialized (
          select a.trait, a.set as wanted, b.set as offered, count(*) / a.size::double precision as share
            from traits a join traits b on b.trait = a.trait and b.value = a.value and b.role = 'mentor'
           where a.role = 'mentee' group by a.trait, a.set, b.set, a.size
        ), goals as materialized (
          select wanted, offered, round(10 * c.goal_weight * share)::integer as points from common, chosen c where trait = 'goals'
        ), fields as materialized (
          select wanted, offered, 10 * c.field_weight as points from common, chosen c where trait = 'fields'
        ), languages as materialized (
          select wanted, offered, round(10 * c.language_weight * share)::integer as points from common, chosen c where trait = 'languages'
        ), formats as materialized (
          select wanted, offered from common where trait = 'formats'
        ), kinds as materialized (
          select role, goals, fields, languages, formats, country_code, count(*)::integer as entries,
                 row_number() over () as kind from entries group by 1, 2, 3, 4, 5, 6
        ), mentees as materialized (
          select e.*, k.kind from entries e join kinds k using (role, goals, fields, languages, formats)
           where e.country_code is not distinct from k.country_code and role = 'mentee'
        ), mentors as materialized (
          select e.*, k.kind from entries e join kinds k using (role, goals, fields, languages, formats)
           where e.country_code is not distinct from k.country_code and role = 'mentor'
        ), scored as materialized (
          select a.kind as mentee_kind, b.kind as mentor_kind,
                 coalesce(g.points, 0) + coalesce(f.points, 0) + l.points
                   + case when a.country_code = b.country_code then 10 * c.country_weight else 0 end as score
            from chosen c cross join kinds a
            join languages l on l.wanted = a.languages
            join kinds b on b.languages = l.offered
            join formats o on o.wanted = a.formats and o.offered = b.formats
            left join goals g on g.wanted = a.goals and g.offered = b.goals
            left join fields f on f.wanted = a.fields and f.offered = b.fields
           where a.role = 'mentee' and b.role = 'mentor'
        ), best_mentors as materialized (
          -- How many fit better: whoever has enough of them is not listed with worse ones.
          select mentee_kind, min(score) as least from (
            select mentee_kind, score, sum(sum(k.entries)) over (partition by mentee_kind order by score desc) - sum(k.entries) as better
              from scored join kinds k on k.kind = mentor_kind group by mentee_kind, score) of_score
           where better < most group by 1
        ), best_mentees as materialized (
          select mentor_kind, min(score) as least from (
            select mentor_kind, score, sum(sum(k.entries)) over (partition by mentor_kind order by score desc) - sum(k.entries) as better
              from scored join kinds k on k.kind = mentee_kind group by mentor_kind, score) of_score
           where better < most group by 1
        ), former as materialized (
          select m.volunteer_id, m.mentor_volunteer_id, bool_or(m.status in ('proposed', 'active')) as lasts,
                 bool_or(m.status = 'ended' and m.mentee_would_repeat and m.mentor_would_repeat) as again
            from mentorship m where m.volunteer_id in (select volunteer_id from mentees) group by 1, 2
        ), listed as (
          select mentee, mentor from (
            select a.id as mentee, b.id as mentor, row_number() over (
                     partition by a.id order by p.score desc, uuid_hash_extended(b.id, a.lot), b.id) as place
              from scored p join best_mentors t on t.mentee_kind = p.mentee_kind and p.score >= t.least
              join mentees a on a.kind = p.mentee_kind join mentors b on b.kind = p.mentor_kind) of_mentee
           where place <= most
          union
          select mentee, mentor from (
            select a.id as mentee, b.id as mentor, row_number() over (
                     partition by b.id order by p.score desc, uuid_hash_extended(a.id, b.lot), a.id) as place
              from scored p join best_mentees t on t.mentor_kind = p.mentor_kind and p.score >= t.least
              join mentees a on a.kind = p.mentee_kind join mentors b on b.kind = p.mentor_kind) of_mentor
           where place <= most
          union
          select r.mentee_entry_id, r.mentor_entry_id from chosen c
            join matching_ruling r on r.round_id = c.round_id and r.ruling = 'locked'
          union
          select a.id, b.id from former f join mentees a on a.volunteer_id = f.volunteer_id
            join mentors b on b.volunteer_id = f.mentor_volunteer_id where f.again
        )
        select a.id, b.id, coalesce(g.points, 0), coalesce(d.points, 0), coalesce(s.points, 0),
               case when a.country_code = b.country_code then 10 * c.country_weight else 0 end,
               case when f.again then 10 * c.repeat_weight else 0 end
          from chosen c cross join listed l join mentees a on a.id = l.mentee join mentors b on b.id = l.mentor
          left join goals g on g.wanted = a.goals and g.offered = b.goals
          left join fields d on d.wanted = a.fields and d.offered = b.fields
          left join languages s on s.wanted = a.languages and s.offered = b.languages
          left join former f on f.volunteer_id = a.volunteer_id and f.mentor_volunteer_id = b.volunteer_id
         where a.volunteer_id <> b.volunteer_id and f.lasts is not true
      $$`);
  }

  /** How many places each entry has now: a mentor's may have been taken since they entered. */
  private places(): void {
    this.addSql(`create function matching_places(round uuid)
      returns table (id uuid, role text, association_id uuid, places integer)
      language sql stable security definer set search_path = public, pg_temp as $$
        select e.id, e.role, e.association_id,
               case when e.role = 'mentee' then 1
                    when p.paused or p.withdrawn_at is not null or p.review = 'refused' then 0
                    else greatest(0, least(e.capacity, p.free_places)) end
          from matching_entry e left join mentor_profile p on p.volunteer_id = e.volunteer_id and e.role = 'mentor'
         where e.round_id = round and e.organization_id = app_organization() and e.left_at is null
           and (e.role = 'mentee' or p.id is not null)
      $$`);
  }

  /** Ends what no mentor has answered once the clock of the round has run out; gives the ids of those mentorships. */
  private close(): void {
    this.addSql(`create function close_matching_round(closing uuid) returns setof uuid language plpgsql
      security definer set search_path = public, pg_temp as $$
      begin
        update matching_round set status = 'closed'
         where id = closing and organization_id = app_organization() and status = 'published' and answers_due_at <= app_now();
        if not found then return; end if;
        return query update mentorship set status = 'ended', ending = 'expired'
          where round_id = closing and status = 'proposed' returning id;
      end $$`);
  }

  /**
   * Makes each pair of a draft a mentorship that waits for the mentor's answer. A place that somebody took in the meantime is no reason to
   * publish nothing: that pair alone is left out, and says so.
   */
  private publish(): void {
    this.addSql(`create function publish_matching_draft(chosen uuid) returns integer language plpgsql
      security definer set search_path = public, pg_temp as $$
      declare
        draft matching_draft;
        round matching_round;
        pair record;
        made uuid;
        asked integer := 0;
        viewer text := current_setting('app.volunteer', true);
      begin
        select * into draft from matching_draft where id = chosen and organization_id = app_organization();
        select * into round from matching_round where id = draft.round_id for update;
        if round.status is distinct from 'draft' or draft.status <> 'ready' then
          raise exception 'Only a draft is published.' using errcode = 'check_violation', constraint = 'matching_round_not_draft';
        end if;
        -- Whoever coordinates asks nobody for themself, whether or not they are a volunteer too.
        perform set_config('app.volunteer', '', true);
        for pair in
          select p.id, a.volunteer_id as mentee, b.volunteer_id as mentor,
                 coalesce(p.mentee_association_id, p.mentor_association_id, p.organization_id) as association,
                 (select f from unnest(a.formats) with ordinality as wanted (f, at) where f = any (b.formats) order by at limit 1) as format,
                 a.left_at is null and b.left_at is null as both_stay
            from matching_pair p join matching_entry a on a.id = p.mentee_entry_id join matching_entry b on b.id = p.mentor_entry_id
           where p.draft_id = draft.id order by b.volunteer_id, a.volunteer_id
        loop
          made := null;
          begin
            if pair.both_stay and not exists (select from mentor_profile where volunteer_id = pair.mentor
                 and (withdrawn_at is not null or review = 'refused')) then
              insert into mentorship (id, organization_id, volunteer_id, mentor_volunteer_id, round_id, status, format)
              values (uuidv7(), pair.association, pair.mentee, pair.mentor, round.id, 'proposed', pair.format) returning id into made;
              asked := asked + 1;
            end if;
          exception when check_violation or unique_violation then
            made := null;
          end;
          update matching_pair set published = true, mentorship_id = made,
            outcome = case when made is null then 'place-taken' else 'asked' end where id = pair.id;
        end loop;
        update matching_draft set published = true where id = draft.id;
        update matching_round set status = 'published', published_at = app_now(),
          answers_due_at = app_now() + make_interval(days => round.answer_days) where id = round.id;
        insert into job (id, kind, key, payload, due_at, organization_id)
        select uuidv7(), kind, round.id, jsonb_build_object('round', round.id), app_now() + make_interval(days => days), round.organization_id
          from (values ('tell of a published round', 0), ('close a matching round', round.answer_days)) as due (kind, days);
        perform set_config('app.volunteer', coalesce(viewer, ''), true);
        return asked;
      end $$`);
  }
}
