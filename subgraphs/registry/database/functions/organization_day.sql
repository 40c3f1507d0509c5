-- The day that it is for people of an organisation at an instant; null for one that there is not.
create or replace function organization_day(organization uuid, instant timestamptz) returns date language sql stable
return (select day_in(o.time_zone, instant) from organization o where o.id = organization);
