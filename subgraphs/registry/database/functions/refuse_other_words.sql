-- What was asked in an inquiry stays as it was asked, and an answer stays as it was given.
create or replace function refuse_other_words() returns trigger language plpgsql as
$$ begin
  if old.answered_at is not null
    or (new.id, new.entry_id, new.volunteer_id, new.organization_id, new.kind, new.category, new.purpose,
        new.read_at, new.message, new.raised_at, new.due_at)
      is distinct from
       (old.id, old.entry_id, old.volunteer_id, old.organization_id, old.kind, old.category, old.purpose,
        old.read_at, old.message, old.raised_at, old.due_at)
  then raise exception 'An inquiry is answered once, and nothing else of it changes.';
  end if;
  return new;
end $$;
