-- Whether the subject of the client may act for the organisation. A person acts through a client; a system is its own client,
-- so its subject is the client's name. It sees the lists of officers with the owner's rights.
create or replace function holds_appointment(organization uuid, subject text, client text)
returns boolean language sql stable security definer
set search_path = public, pg_temp
begin atomic
  select coalesce((
    select case
      when exists (select from system_client c where c.organization_id = o.id and c.client = holds_appointment.client
                     and c.revoked_at is not null)
       and not exists (select from system_client c where c.organization_id = o.id
                         and c.client = holds_appointment.client and c.revoked_at is null)
      then false
      when o.officers_listed then
        exists (select from officer f where f.organization_id = o.id and f.subject = holds_appointment.subject
                  and f.dismissed_at is null and app_roles() <> '{}' and app_roles() <@ f.roles)
        or (holds_appointment.subject = holds_appointment.client and app_roles() = '{system}'
            and exists (select from system_client c where c.organization_id = o.id
                          and c.client = holds_appointment.client and c.revoked_at is null))
      else
        not exists (select from officer f where f.organization_id = o.id and f.subject = holds_appointment.subject
                      and f.dismissed_at is not null)
        or exists (select from officer f where f.organization_id = o.id and f.subject = holds_appointment.subject
                     and f.dismissed_at is null)
      end
      from organization o where o.id = holds_appointment.organization and holds_appointment.subject is not null
       and (o.issuer is null or o.issuer = app_issuer())
  ), false);
end;
