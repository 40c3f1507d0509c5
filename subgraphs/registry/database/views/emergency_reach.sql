-- Which organisation may list whom in an open emergency, by which organisation that it names: those with a tie to that one.
create or replace view emergency_reach with (security_invoker = true) as
select affiliation.id, emergency.organization_id, 'emergency' as purpose, affiliation.volunteer_id, affiliation.until,
       emergency.ends_at as expires_at, part.id as right_id
  from emergency
  join emergency_organization part on part.emergency_id = emergency.id
  join affiliation on affiliation.organization_id = part.organization_id
 where emergency.confirmed_at is not null and emergency.closed_at is null;
