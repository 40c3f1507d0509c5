-- Until when a tie with an organisation is kept of somebody who is erased: for as long as the organisation must keep what it holds
-- of people who left, since it reads that for retention by the tie. A tie that lasts would end today. Null: it is not kept.
create or replace function tie_kept_until(organization uuid, ended date) returns date language sql stable
return (select (least(ended, organization_day(organization, now())) + make_interval(years => max(r.years)))::date
          from organization o join category_retention r on r.organization_kind = o.kind
         where o.id = organization);
