-- Which organisation may list whom for another, by which mandate: the ties of whoever gave it.
create or replace view mandate_reach with (security_invoker = true) as
select affiliation.id, mandate.holder_id as organization_id, mandate.purpose, affiliation.volunteer_id, affiliation.until,
       mandate.ends_at as expires_at, mandate.id as right_id
  from mandate join affiliation on affiliation.organization_id = mandate.giver_id
 where mandate.revoked_at is null and mandate.closed_at is null;
