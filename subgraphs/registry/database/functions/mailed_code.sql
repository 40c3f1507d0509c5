-- The code that is mailed for a recovery or a new address: made of its seed and not kept, so that a second try to send it sends the same one.
create or replace function mailed_code(seed uuid) returns text language sql immutable
return lpad((('x' || substr(encode(sha256(uuid_send(seed)), 'hex'), 1, 12))::bit(48)::bigint % 100000000)::text, 8, '0');
