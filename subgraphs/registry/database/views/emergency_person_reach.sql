-- Which organisation may list whom in an open emergency, since it names them.
create or replace view emergency_person_reach with (security_invoker = true) as
select part.volunteer_id as id, emergency.organization_id, 'emergency' as purpose, part.volunteer_id, null::date as until,
       emergency.ends_at as expires_at, part.id as right_id
  from emergency join emergency_person part on part.emergency_id = emergency.id
 where emergency.confirmed_at is not null and emergency.closed_at is null;
