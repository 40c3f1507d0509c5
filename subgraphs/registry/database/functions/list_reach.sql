-- A page of the people whom the viewer's organisation may list: those with a tie (''), those who consented to it, or to every
-- accredited member, for the purpose of the operation, those with a tie to a member that gave it a mandate for that purpose, and
-- those whom an emergency names that it has opened, where that is the purpose. The order is the organisation's own: in one order for all, two of them could tell by a person's place who is who in both lists.
--
-- Ties on the one hand, consents, mandates and emergencies on the other, are read in that order from the index, no further than the page goes. The planner, which does not know
-- how many people an organisation reaches for a purpose, would at times read all of them and sort them; it is kept from that.
create or replace function list_reach(after uuid, before uuid, backwards boolean, most integer)
returns table (id uuid, "position" uuid) language sql stable security definer
set search_path = public, pg_temp set enable_sort = off set enable_hashagg = off set enable_bitmapscan = off
set enable_seqscan = off set jit = off
as $$
  with part as materialized (
    select organization_id, rights, purpose
      from (select own.id as organization_id, live_rights(own.id, current_setting('app.purpose', true)) as rights
              from (select app_organization() as id offset 0) own offset 0) reader,
           unnest(array['', current_setting('app.purpose', true)]) as purpose
  ), page as (
    select forth.* from part cross join lateral (
      select distinct on (position) volunteer_id, position from reach
       where organization_id = part.organization_id and purpose = part.purpose
         and part.rights ? right_id::text and (until is null or until > (part.rights ->> right_id::text)::date)
         and (expires_at is null or expires_at > now())
         and position > coalesce($1, '00000000-0000-0000-0000-000000000000')
         and position < coalesce($2, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
       order by position limit $4) forth
     where not $3
     union
    select back.* from part cross join lateral (
      select distinct on (position) volunteer_id, position from reach
       where organization_id = part.organization_id and purpose = part.purpose
         and part.rights ? right_id::text and (until is null or until > (part.rights ->> right_id::text)::date)
         and (expires_at is null or expires_at > now())
         and position > coalesce($1, '00000000-0000-0000-0000-000000000000')
         and position < coalesce($2, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
       order by position desc limit $4) back
     where $3
  )
  select volunteer_id, position from page
   order by case when not $3 then position end, case when $3 then position end desc limit $4
$$;
