-- Gives the person who asks another name and keeps the one before; false where it is the same. Linkage compares what was proven,
-- so the record of the office stays.
create or replace function change_own_name(given text, family text, father text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  person volunteer;
begin
  select * into person from volunteer v where v.id = app_unerased(app_volunteer()) for update;
  if person.id is null or (person.given_name, person.family_name, person.patronymic) is not distinct from (given, family, father) then
    return false;
  end if;
  insert into former_name (volunteer_id, given_name, family_name, patronymic)
  values (person.id, person.given_name, person.family_name, person.patronymic);
  update volunteer set given_name = given, family_name = family, patronymic = father where id = person.id;
  return true;
end $$;
