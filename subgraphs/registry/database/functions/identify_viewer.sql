-- Who the subject of the session's issuer is, given what its token claims. A binding, an appointment or a registration says it
-- by itself; a claim counts as far as the office permits it to the issuer. A claim that contradicts a binding makes nobody of
-- the viewer, since it cannot be known which of them is wrong; a binding that was ended goes on refusing the claim.
--
-- An account that was recovered is no claim's any more: whoever had it before would go on having it.
--
-- Of an issuer whose roles count, the token's are asked for; else an appointment has its own. Where the token names no
-- organisation that counts, the only appointment does.
create or replace function identify_viewer(claimed_volunteer uuid, claimed_organization uuid, claimed_roles text[])
returns table (volunteer_id uuid, organization_id uuid, roles text[], believes_roles boolean, may_act boolean)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  with admitted as materialized (
    select i.issuer, 'roles' = any (i.claims) as believes_roles,
           case when 'volunteer' = any (i.claims) then claimed_volunteer end as volunteer_id,
           case when 'organization' = any (i.claims) then claimed_organization end as organization_id
      from issuer i where i.issuer = app_issuer() and i.withdrawn_at is null
  ), bound as materialized (
    select b.volunteer_id, b.ended_at from identity_binding b join admitted using (issuer) where b.subject = app_subject()
  ), appointed as materialized (
    select f.organization_id, f.roles from officer f join admitted using (issuer)
     where f.subject = app_subject() and appointment_state(f) = 'lasting'
    union all
    select c.organization_id, '{system}'::text[] from system_client c join admitted using (issuer)
     where c.client = app_subject() and c.client = app_client() and c.revoked_at is null
  ), acting as (
    select one.organization_id, case when a.believes_roles then claimed_roles else one.roles end as roles
      from appointed one cross join admitted a
     where one.organization_id = claimed_organization
        or (a.organization_id is null and (select count(*) from appointed) = 1)
    union all
    select a.organization_id, claimed_roles from admitted a where a.believes_roles
  ), represented as (
    select acting.organization_id, acting.roles from acting
     where may_represent(acting.organization_id, app_subject(), app_client(), acting.roles)
     limit 1
  )
  select case
           when exists (select from bound) then (
             select bound.volunteer_id from bound
              where bound.ended_at is null and coalesce(a.volunteer_id = bound.volunteer_id, true))
           when not exists (
             select from account_recovery r where r.volunteer_id = a.volunteer_id and r.moved_at is not null) then a.volunteer_id
         end,
         r.organization_id, coalesce(r.roles, '{}'), coalesce(a.believes_roles, false),
         exists (select from organization o
                  where o.id = r.organization_id and o.accredited_at <= now() and o.suspended_at is null)
    from (values (1)) one
    left join admitted a on true
    left join represented r on true;
end;
