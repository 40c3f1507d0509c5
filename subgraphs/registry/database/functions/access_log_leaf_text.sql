-- What the tree holds of a row: the JSON, names in order and no spaces, that has for each member of the row, and for its
-- number among those of its reader, the digest of a salt and the value. Nobody finds a value by trying.
create or replace function access_log_leaf_text(entry access_log, number bigint, secret uuid) returns text
language sql stable
begin atomic
  select '{' || string_agg(
           '"' || name || '":"' || encode(sha256(convert_to(access_log_salt(secret, name) || value, 'UTF8')), 'hex') || '"',
           ',' order by name collate "C") || '}'
    from (
      select key, value::text from json_each(access_log_record(entry)::json)
      union all
      select 'number', number::text
    ) as member (name, value);
end;
