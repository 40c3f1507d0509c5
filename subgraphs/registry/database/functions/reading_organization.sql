-- The organisation, if it may read shared data now and this subject of this client may act for it. Without a subject the
-- question is about the organisation as such, as when a person previews what it would see.
create or replace function reading_organization(organization uuid, subject text, client text)
returns table (id uuid, kind text) language sql stable security definer
set search_path = public, pg_temp
begin atomic
  select o.id, o.kind from organization o
   where o.id = reading_organization.organization and o.accredited_at <= now() and o.suspended_at is null
     and (reading_organization.subject is null
          or holds_appointment(o.id, reading_organization.subject, reading_organization.client));
end;
