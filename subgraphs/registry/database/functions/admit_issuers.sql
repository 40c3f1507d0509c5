-- Admits the issuers that the process is configured with, so that there is an office that can admit others. What the office
-- has decided about one of them since stays.
create or replace function admit_issuers(issuers jsonb) returns void
language sql volatile security definer set search_path = public, pg_temp
begin atomic
  insert into issuer (issuer, claims, any_organization, signs_up)
  select listed.issuer, listed.claims, listed."anyOrganization", coalesce(listed."signsUp", false)
    from jsonb_to_recordset(issuers) as listed (issuer text, claims text[], "anyOrganization" boolean, "signsUp" boolean)
  on conflict do nothing;
end;
