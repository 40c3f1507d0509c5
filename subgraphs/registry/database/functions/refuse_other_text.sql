-- What was written to a person stays as it was written.
create or replace function refuse_other_text() returns trigger language plpgsql as
$$ begin
  if (new.id, new.organization_id, new.kind, new.subject, new.body, new.sent_at)
    is distinct from (old.id, old.organization_id, old.kind, old.subject, old.body, old.sent_at)
  then raise exception 'What was written stays as it was written.';
  end if;
  return new;
end $$;
