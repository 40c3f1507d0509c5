-- The person, unless they are erased: who is erased is nobody any more, so their own token opens nothing.
create or replace function app_unerased(person uuid) returns uuid language sql stable
return case when exists (select from erasure where erasure.person = person_digest($1)) then null else $1 end;
