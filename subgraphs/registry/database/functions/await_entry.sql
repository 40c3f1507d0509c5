-- Notes new rows of the access log as waiting for their place in the tree: what linkage and its office do, for a bundle.
create or replace function await_entry() returns trigger language plpgsql as $$
declare
  bundled constant text[] := '{linked,in_review,compared,office_review}';
begin
  insert into access_log_pending select id from entered where basis is null or basis <> all (bundled);
  insert into access_log_bundle_pending select id from entered where basis = any (bundled);
  return null;
end $$;
