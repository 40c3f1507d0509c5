-- The day on which a person is of age by the law of their home, or of the office where the home is not known; null without a
-- birth date.
create or replace function majority_on(person uuid) returns date language sql stable security definer
set search_path = public, pg_temp
return (select (v.birth_date + make_interval(years => c.age_of_majority))::date
          from volunteer v
          join organization o on o.id = v.organization_id
          join country c on c.code = coalesce(v.home_country, o.country_code)
         where v.id = person);
