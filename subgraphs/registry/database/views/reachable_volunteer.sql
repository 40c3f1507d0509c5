-- The people whom the viewer's organisation may list, if the viewer may act for it now: those with a tie, and those who
-- consented to it, or to every accredited member, for the purpose of the operation. The order is the organisation's own: in
-- one order for all, two of them could tell by a person's place who is who in both lists.
create or replace view reachable_volunteer with (security_invoker = true) as
select id, encode(sha256(convert_to((select app_organization())::text || id::text, 'UTF8')), 'hex') as position
  from (
    select volunteer_id as id from affiliation
     where organization_id = (select app_organization()) and (until is null or until > current_date)
       and (select exists (
             select from reading_organization(app_organization(), app_subject(), app_client())
              where app_subject() is not null))
    union
    select volunteer_id from consent
     where recipient_organization_id = (select app_organization())
       and withdrawn_at is null and (expires_at is null or expires_at > now())
       and purpose = current_setting('app.purpose', true)
       and (select exists (
             select from reading_organization(app_organization(), app_subject(), app_client())
              where app_subject() is not null))
    union
    select volunteer_id from consent
     where recipient_organization_id is null
       and withdrawn_at is null and (expires_at is null or expires_at > now())
       and purpose = current_setting('app.purpose', true)
       and (select exists (
             select from reading_organization(app_organization(), app_subject(), app_client())
              where app_subject() is not null))
  ) as reachable;
