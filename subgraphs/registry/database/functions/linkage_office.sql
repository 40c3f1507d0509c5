-- Whether what is known of who is who may be seen and changed: by whoever acts for the office, and by the process while it
-- links records in the office's name, until the transaction ends.
create or replace function linkage_office() returns boolean language sql stable
return coalesce(current_setting('app.linkage', true), '') = 'on' or registry_office();
