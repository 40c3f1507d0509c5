-- An umbrella proposes an emergency; then it can be confirmed once, by whoever acts now, and closed once, and nothing else of it
-- changes.
create or replace function refuse_emergency() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if not exists (
      select from organization o join umbrella_kind u on u.organization_kind = o.kind where o.id = new.organization_id)
    then raise exception 'Only an umbrella opens an emergency.' using errcode = 'BE022';
    end if;
    return new;
  end if;
  if (new.id, new.organization_id, new.event, new.reason, new.proposed_at, new.proposed_by, new.proposed_by_issuer, new.ends_at)
    is distinct from
     (old.id, old.organization_id, old.event, old.reason, old.proposed_at, old.proposed_by, old.proposed_by_issuer, old.ends_at)
    or old.closed_at is not null
    or (old.confirmed_at is not null
        and (new.confirmed_at, new.confirmed_by, new.confirmed_by_issuer)
          is distinct from (old.confirmed_at, old.confirmed_by, old.confirmed_by_issuer))
    or (app_subject() is not null and old.confirmed_at is null and new.confirmed_at is not null
        and ((new.confirmed_by, new.confirmed_by_issuer) is distinct from (app_subject(), app_issuer())
             or is_viewer(old.proposed_by_issuer, old.proposed_by)))
  then raise exception 'An emergency is confirmed once and closed once, and nothing else of it changes.';
  end if;
  return new;
end $$;
