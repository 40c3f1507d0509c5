-- Notes with each pair of these records whether it is an open question now. Whoever changes links or decisions calls it for
-- the records of all people concerned.
create or replace function settle_linkage_questions(records uuid[]) returns void
language sql volatile set jit = off as $$
  update linkage_pair pair set is_open = question.is_open, is_unsure = question.is_unsure
    from linkage_question question
   where question.id = pair.id and (question.left_id = any(records) or question.right_id = any(records))
     and (pair.is_open, pair.is_unsure) is distinct from (question.is_open, question.is_unsure)
$$;
