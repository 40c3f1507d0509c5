-- The question to a guardian about the account of the session's subject, while it is open; null for every other account.
create or replace function waiting_account() returns uuid language sql stable security definer
set search_path = public, pg_temp
return (select c.id from account_confirmation c join identity_binding b using (volunteer_id)
         where b.issuer = app_issuer() and b.subject = app_subject() and b.ended_at is null
           and c.answer = 'awaited' and is_minor(c.volunteer_id));
