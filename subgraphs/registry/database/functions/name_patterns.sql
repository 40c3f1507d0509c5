-- What plain words have to be like to hold each of these words, or one that begins so.
create or replace function name_patterns(words text) returns text[] language sql immutable strict parallel safe
return (select coalesce(array_agg('% ' || word || '%'), '{}')
          from regexp_split_to_table(trim(plain_words(words)), ' ') word);
