-- Where a person stands in an organisation's list: in another place for each organisation, so that a place names nobody.
create or replace function reach_position(organization uuid, person uuid) returns uuid language sql immutable parallel safe
return encode(substring(sha256(uuid_send(organization) || uuid_send(person)) for 16), 'hex')::uuid;
