-- A pair is a question while its records belong to two people between whom nobody has decided. What this says of a pair is kept
-- with it: see settle_linkage_questions.
create or replace view linkage_question with (security_invoker = true) as
select pair.id, pair.left_id, pair.right_id,
       a.person_id <> b.person_id and not exists (
         select from person_link one
           join clerical_decision decision on one.record_id in (decision.left_id, decision.right_id)
            and decision.withdrawn_at is null and decision.verdict = 'different'
           join person_link other on other.valid_to is null and other.person_id = b.person_id
            and other.record_id in (decision.left_id, decision.right_id)
          where one.person_id = a.person_id and one.valid_to is null) as is_open,
       exists (
         select from clerical_decision unsure
          where unsure.left_id = pair.left_id and unsure.right_id = pair.right_id
            and unsure.withdrawn_at is null and unsure.verdict = 'unsure') as is_unsure
  from linkage_pair pair
  join person_link a on a.record_id = pair.left_id and a.valid_to is null
  join person_link b on b.record_id = pair.right_id and b.valid_to is null;
