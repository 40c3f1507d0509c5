-- Why the subject of the session's issuer, who is nobody, can become no person: the office lets nobody of the issuer, the account is
-- an organisation's, it was somebody's before, or a
-- guardian said no to it; null where it can.
create or replace function sign_up_refusal() returns text language sql stable security definer
set search_path = public, pg_temp
return case
  when not exists (select from issuer i where i.issuer = app_issuer() and i.signs_up and i.withdrawn_at is null) then 'ISSUER'
  when app_subject() = app_client()
    or exists (select from officer f where f.subject = app_subject() and (f.issuer is null or f.issuer = app_issuer()))
    or exists (select from system_client c
                where c.client = app_subject() and (c.issuer is null or c.issuer = app_issuer())) then 'ORGANIZATION'
  when exists (select from identity_binding b join account_confirmation c using (volunteer_id)
                where b.issuer = app_issuer() and b.subject = app_subject() and c.answer = 'refused') then 'GUARDIAN'
  when exists (select from identity_binding b where b.issuer = app_issuer() and b.subject = app_subject()) then 'ENDED'
end;
