-- Whether a person is a minor; false without a birth date.
create or replace function is_minor(person uuid) returns boolean language sql stable security definer
set search_path = public, pg_temp
return coalesce(majority_on(person) > current_date, false);
