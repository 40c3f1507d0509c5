-- Says what a person needs to take part, in the place of what was said before; nothing at all where neither a need nor a note is
-- given. For the viewer, and for a minor whose guardian the viewer is; false for whoever may not.
create or replace function change_access_needs(person uuid, needed text[], words text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if app_unerased(person) is null or app_unerased(app_volunteer()) is null
     or not (person = app_volunteer() or person = any (app_wards())) then
    return false;
  end if;
  if needed = '{}' and words is null then
    delete from access_need where volunteer_id = person;
  else
    insert into access_need as said (volunteer_id, needs, note, stated_at) values (person, needed, words, clock_timestamp())
    on conflict (volunteer_id) do update set needs = excluded.needs, note = excluded.note, stated_at = excluded.stated_at;
  end if;
  return true;
end $$;
