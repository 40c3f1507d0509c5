-- Whether an appointment is ahead, lasts or is over at this instant. One that was dismissed before it began was never anything: null.
create or replace function appointment_state(one officer) returns text language sql stable
return case
  when one.dismissed_at is not null then case when one.begins_at > one.dismissed_at then null else 'over' end
  when one.ends_at <= app_now() then 'over'
  when one.begins_at > app_now() then 'ahead'
  else 'lasting'
end;
