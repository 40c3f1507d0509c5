-- What a term of a card is looked up by: a key of its own for each audience and purpose, so that cards of others, however many,
-- are not come across.
create or replace function search_key(audience text, purpose text, term text) returns text language sql immutable parallel safe
return concat(audience, '|', purpose, '|', term);
