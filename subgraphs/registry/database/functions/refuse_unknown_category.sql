-- Lets a request ask for listed categories only.
create or replace function refuse_unknown_category() returns trigger language plpgsql as $$
begin
  if not new.categories <@ array(select category from personal_category) then
    raise exception 'Not all of % are personal categories.', new.categories;
  end if;
  return new;
end $$;
