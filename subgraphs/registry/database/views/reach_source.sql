-- Which organisation may list whom, by which tie, whatever the purpose (''), or by which consent: what the table reach is made
-- of. A consent for what its purpose does not open counts for nothing; one to every accredited member counts for each
-- organisation. Whether one may read is asked when it reads.
create or replace view reach_source with (security_invoker = true) as
select id, organization_id, '' as purpose, volunteer_id, until, null::timestamptz as expires_at
  from affiliation
union all
select id, recipient_organization_id, purpose, volunteer_id, null, expires_at
  from consent join purpose_category using (purpose, category)
 where withdrawn_at is null and closed_at is null and recipient_organization_id is not null
union all
select consent.id, organization.id, purpose, volunteer_id, null, expires_at
  from consent join purpose_category using (purpose, category) cross join organization
 where withdrawn_at is null and closed_at is null and recipient_organization_id is null;
