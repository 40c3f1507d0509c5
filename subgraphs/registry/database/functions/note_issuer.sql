-- Notes beside each of the columns, whose names are the arguments, which issuer names so whoever acts: two issuers may know two
-- people by the same subject. It is for what a row is told later; what it begins with has the same by a default.
create or replace function note_issuer() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  named text;
begin
  foreach named in array tg_argv loop
    if to_jsonb(new) ->> named is distinct from to_jsonb(old) ->> named then
      new := jsonb_populate_record(new, jsonb_build_object(named || '_issuer', app_issuer()));
    end if;
  end loop;
  return new;
end $$;
