-- Why a purpose may not be stated for an organisation by somebody in these roles, or null where it may. Without roles the
-- question is about the organisation as such, as when a person previews what it would see: who does not ask for it is not told
-- whether it has a safeguarding case.
create or replace function purpose_refusal(stated text, organization uuid, roles text[]) returns text
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select case
      when stated is null then 'PURPOSE_MISSING'
      when p.code is null then 'PURPOSE_UNKNOWN'
      when not coalesce(
             (select permitted from organization_purpose d where d.organization_id = o.id and d.purpose = p.code),
             exists (select from purpose_kind k where k.purpose = p.code and k.organization_kind = o.kind))
        then 'ORGANIZATION_NOT_ACCREDITED_FOR_PURPOSE'
      when roles is not null and not exists (select from purpose_role r where r.purpose = p.code and r.role = any (roles))
        then 'ROLE_NOT_ALLOWED'
      when roles is not null and p.needs_case and not exists (
             select from safeguarding_case c
              where c.organization_id = o.id and c.closed_at is null and c.ends_at > clock_timestamp())
        then 'SAFEGUARDING_CASE_MISSING'
    end
    from organization o left join purpose p on p.code = stated
   where o.id = purpose_refusal.organization;
end;
