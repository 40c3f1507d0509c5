-- Compares reach with the ties, consents, mandates and emergencies that it follows from and, if asked to, brings it into line with them while
-- nobody changes any. Returns how many rows were missing and how many were too many.
create or replace function compare_reach(mend boolean) returns table (missing bigint, surplus bigint)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if mend then
    lock table affiliation, consent, emergency, mandate, organization in share row exclusive mode;
  end if;
  return query
    select count(*) filter (where is_missing), count(*) filter (where not is_missing) from reach_difference;
  if mend then
    delete from reach using reach_difference d
     where not d.is_missing and reach.id = d.id and reach.organization_id = d.organization_id and reach.right_id = d.right_id;
    insert into reach (id, organization_id, purpose, position, volunteer_id, until, expires_at, right_id)
    select id, organization_id, purpose, position, volunteer_id, until, expires_at, right_id
      from reach_difference where is_missing;
  end if;
end $$;
