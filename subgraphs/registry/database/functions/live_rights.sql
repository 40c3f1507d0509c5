-- By which rights the organisation may list people for a purpose now, each with the day that it is where their ties count: its
-- own ties and consents (the nil id), mandates of members that may read themselves, and the parts of its open emergencies.
create or replace function live_rights(organization uuid, purpose text) returns jsonb language sql stable security definer
set search_path = public, pg_temp
begin atomic
  select jsonb_object_agg(live.right_id, live.today)
    from (
      select '00000000-0000-0000-0000-000000000000'::uuid as right_id,
             organization_day(live_rights.organization, now()) as today
      union all
      select mandate.id, organization_day(giver.id, now())
        from mandate join purpose_category using (purpose, category)
        cross join lateral reading_organization(mandate.giver_id, null, null) giver
       where mandate.holder_id = live_rights.organization and mandate.purpose = live_rights.purpose
         and mandate.revoked_at is null and mandate.ends_at > now()
         and exists (select from category_holder h where h.category = mandate.category and h.organization_kind in (giver.kind, '*'))
      union all
      select part.id, organization_day(part.organization_id, now())
        from emergency join emergency_organization part on part.emergency_id = emergency.id
       where live_rights.purpose = 'emergency' and emergency.organization_id = live_rights.organization
         and emergency.confirmed_at is not null and emergency.closed_at is null and emergency.ends_at > now()
      union all
      select part.id, current_date
        from emergency join emergency_person part on part.emergency_id = emergency.id
       where live_rights.purpose = 'emergency' and emergency.organization_id = live_rights.organization
         and emergency.confirmed_at is not null and emergency.closed_at is null and emergency.ends_at > now()
    ) live;
end;
