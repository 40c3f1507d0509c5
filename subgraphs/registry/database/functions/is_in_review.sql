-- A question of the queue is told to the organisation whose record raised it, and not to the one that was there before.
create or replace function is_in_review(record uuid) returns boolean
language sql stable security definer
set search_path = public, pg_temp as $$
  select exists (
    select from linkage_review review join register_record own on own.id = review.raised_by
     where review.raised_by = $1 and own.organization_id = (select app_organization()) and not review.is_unsure)
$$;
