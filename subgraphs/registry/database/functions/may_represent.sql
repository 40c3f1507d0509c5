-- Whether the subject of the session's issuer may act for the organisation in these roles. A person acts through a client; a
-- system is its own client, so its subject is the client's name. An issuer that the office has not admitted, or that is not
-- the organisation's, speaks for nobody. Whom it names acts by its word where the office believes its organisation and its
-- roles and the organisation leaves it to the issuer; else only whom the register lists, as a subject of that very issuer.
-- It sees the lists with the owner's rights.
create or replace function may_represent(organization uuid, subject text, client text, roles text[])
returns boolean language sql stable security definer
set search_path = public, pg_temp
begin atomic
  select coalesce((
    select case
      when exists (select from system_client c where c.organization_id = o.id and c.client = may_represent.client
                     and (c.issuer is null or c.issuer = i.issuer) and c.revoked_at is not null)
       and not exists (select from system_client c where c.organization_id = o.id and c.client = may_represent.client
                         and c.issuer = i.issuer and c.revoked_at is null)
      then false
      when exists (select from officer f where f.organization_id = o.id and f.subject = may_represent.subject
                     and f.issuer = i.issuer and appointment_state(f) = 'lasting' and may_represent.roles <@ f.roles)
      then true
      when may_represent.subject = may_represent.client and may_represent.roles = '{system}'
       and exists (select from system_client c where c.organization_id = o.id and c.client = may_represent.client
                     and c.issuer = i.issuer and c.revoked_at is null)
      then true
      else
        not o.officers_listed and i.claims @> '{organization,roles}' and (o.issuer is not null or i.any_organization)
        and (not exists (select from officer f where f.organization_id = o.id and f.subject = may_represent.subject
                           and (f.issuer is null or f.issuer = i.issuer) and appointment_state(f) = 'over')
             or exists (select from officer f where f.organization_id = o.id and f.subject = may_represent.subject
                          and f.issuer = i.issuer and appointment_state(f) = 'lasting'))
      end
      from organization o
      join issuer i on i.issuer = app_issuer() and i.withdrawn_at is null
     where o.id = may_represent.organization and may_represent.subject is not null and may_represent.roles <> '{}'
       and (o.issuer is null or o.issuer = i.issuer)
  ), false);
end;
