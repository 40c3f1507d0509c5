-- The rows in which reach differs from the ties, consents, mandates and emergencies that it follows from: those that it
-- lacks, and those that it has too much.
create or replace view reach_difference with (security_invoker = true) as
with wanted as (
  select id, organization_id, purpose, reach_position(organization_id, volunteer_id) as position, volunteer_id, until,
         expires_at, right_id
    from (select source.*, '00000000-0000-0000-0000-000000000000'::uuid as right_id from reach_source source
          union all
          select * from mandate_reach
          union all
          select * from emergency_reach
          union all
          select * from emergency_person_reach) followed
   where not has_lapsed(until, expires_at)
), present as (
  select id, organization_id, purpose, position, volunteer_id, until, expires_at, right_id
    from reach where not has_lapsed(until, expires_at)
)
select missing.*, true as is_missing from (select * from wanted except select * from present) missing
union all
select surplus.*, false from (select * from present except select * from wanted) surplus;
