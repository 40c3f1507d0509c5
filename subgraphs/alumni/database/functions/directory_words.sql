-- A text as the directory searches it: without case, and without the marks that a foreign keyboard lacks.
create or replace function directory_words(words text) returns text language sql immutable
return lower(translate(words, 'ƏəĞğIıİŞşÇçÖöÜüÂâÎîÛûËë', 'eeggiiissccoouuaaiiuuee') collate "und-x-icu");
