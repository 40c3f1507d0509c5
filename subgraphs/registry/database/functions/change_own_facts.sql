-- Says of the person who asks how to deal with them, in the place of what they said before; false for who is no person.
create or replace function change_own_facts(spoken text[], available text, contact_name text, contact_phone text)
returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update volunteer
     set languages = spoken, availability = available, emergency_name = contact_name, emergency_phone = contact_phone
   where id = app_unerased(app_volunteer());
  return found;
end $$;
