-- Makes the keys the register's current ones. A key never leaves the register, and its name never stands for another key:
-- old signatures stay verifiable.
create or replace function publish_signing_keys(keys jsonb) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare stranger text;
begin
  insert into signing_key (kid, public_key)
    select key ->> 'kid', key from jsonb_array_elements(keys) as listed (key)
    on conflict (kid) do update set retired_at = null where signing_key.retired_at is not null;
  select kid into stranger from signing_key join jsonb_array_elements(keys) as listed (key) on key ->> 'kid' = kid
   where public_key <> key limit 1;
  if found then
    raise exception 'The name % stands for another key in the register; give the new key a name of its own.', stranger;
  end if;
  update signing_key set retired_at = clock_timestamp()
   where retired_at is null and kid not in (select key ->> 'kid' from jsonb_array_elements(keys) as listed (key));
end $$;
