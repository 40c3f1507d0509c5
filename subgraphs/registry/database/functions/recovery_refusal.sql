-- Why whoever asks can recover no account: they are somebody, or can be no person; null where they can.
create or replace function recovery_refusal() returns text language sql stable
return case when app_volunteer() is not null then 'SOMEBODY' else sign_up_refusal() end;
