-- Whether a tie or a consent has ended, a tie in every time zone: such rows only make lists longer to read. A tie that ended
-- today is left out by the view that lists.
create or replace function has_lapsed(until date, expires_at timestamptz) returns boolean language sql stable
return coalesce(until < current_date, false) or coalesce(expires_at <= now(), false);
