-- A mandate goes from a member to an umbrella, for what the member holds itself; afterwards it can end and nothing else.
create or replace function refuse_mandate() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.giver_id, new.holder_id, new.purpose, new.category, new.given_at, new.given_by, new.ends_at)
      is distinct from
       (old.id, old.giver_id, old.holder_id, old.purpose, old.category, old.given_at, old.given_by, old.ends_at)
      or old.revoked_at is not null
      or (old.closed_at is not null and new.closed_at is distinct from old.closed_at)
    then raise exception 'A mandate can end once, and nothing else of it changes.';
    end if;
    return new;
  end if;
  if not exists (select from organization o join umbrella_kind u on u.organization_kind = o.kind where o.id = new.holder_id) then
    raise exception 'Only an umbrella holds a mandate.' using errcode = 'BE020';
  end if;
  if not exists (
    select from organization o join category_holder h on h.organization_kind in (o.kind, '*')
     where o.id = new.giver_id and h.category = new.category)
  then raise exception 'A member gives a mandate for what it holds.' using errcode = 'BE021';
  end if;
  return new;
end $$;
