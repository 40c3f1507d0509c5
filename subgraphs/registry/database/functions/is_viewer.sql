-- Whether a subject of an issuer is the viewer: by that very name, or as a person whom the office has bound to both names. A
-- person who signs in at two issuers is no second person. An issuer that is not known may be the viewer's. It sees the bindings
-- with the owner's rights.
create or replace function is_viewer(issuer text, subject text) returns boolean language sql stable security definer
set search_path = public, pg_temp
return (coalesce(is_viewer.issuer, app_issuer()), is_viewer.subject) is not distinct from (app_issuer(), app_subject())
    or exists (
      select from identity_binding named join identity_binding own using (volunteer_id)
       where named.issuer = is_viewer.issuer and named.subject = is_viewer.subject and named.ended_at is null
         and own.issuer = app_issuer() and own.subject = app_subject() and own.ended_at is null);
