-- The salt of one member of a row: whoever is told it knows the member's value for the true one, and no other member's.
create or replace function access_log_salt(secret uuid, name text) returns text language sql immutable
return left(encode(sha256(uuid_send(secret) || convert_to(name, 'UTF8')), 'hex'), 32);
