-- Says of the person who asks how to reach them and where they live. By the law of the home somebody is of age: a country that would
-- make an adult a minor, or change for a minor the day, is the office's to write down. Null for who is no person.
create or replace function change_own_contact(number text, town jsonb, country text) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  person uuid := app_unerased(app_volunteer());
  was_minor boolean;
  came_of_age date;
begin
  perform from volunteer where id = person for update;
  was_minor := is_minor(person);
  came_of_age := majority_on(person);
  update volunteer set phone = number, city = town, home_country = country where id = person;
  if not found then return null; end if;
  if (was_minor or is_minor(person)) and majority_on(person) is distinct from came_of_age then
    raise exception using errcode = 'BE040', message = 'The country changes when somebody is of age.';
  end if;
  return 'changed';
end $$;
