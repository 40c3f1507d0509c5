-- Notes what the person says who asks of a record that is offered to them; false where there is none that waits.
create or replace function answer_record_offer(offer uuid, mine boolean) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update record_offer
     set is_mine = mine, answered_at = now(), answered_by = app_subject(), answered_by_issuer = app_issuer()
   where id = offer and volunteer_id = app_unerased(app_volunteer()) and is_mine is null;
  return found;
end $$;
