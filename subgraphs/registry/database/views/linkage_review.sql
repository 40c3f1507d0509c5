-- The open questions to the office. Its order is that of the index linkage_pair_open.
create or replace view linkage_review with (security_invoker = true) as
select id, left_id, right_id, raised_at, weight, national_number_match, fields, match_status = 'auto' as is_conflict, is_unsure
  from linkage_pair
 where is_open;
