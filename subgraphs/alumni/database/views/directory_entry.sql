-- Who lets themself be found, with those facts that the viewer may see; all others are null, so nothing that is hidden can be searched, sorted
-- or counted. A person has one entry, of the study that ends last. The view runs as its owner: whoever looks sees no row of the tables behind it.
create or replace view directory_entry with (security_barrier = true) as
select listing.id,
       shown.name, shown.university, shown.country_code, shown.city, shown.level, shown.field_code,
       shown.started_year, shown.graduation_year, shown.is_studying, shown.occupation, shown.employer, shown.languages, shown.contact,
       shown.name is null as is_unnamed,
       coalesce(shown.name, '') collate reader_az as name_az,
       coalesce(shown.name, '') collate reader_en as name_en,
       coalesce(shown.name, '') collate reader_ru as name_ru,
       coalesce(shown.name, '') collate reader_tr as name_tr,
       directory_words(concat_ws(' ', shown.name, shown.university, shown.city, shown.occupation, shown.employer)) as words
  from directory_listing listing
  cross join lateral (
    select case
        when listing.volunteer_id = (select app_volunteer()) then array['everyone', 'members', 'officers', 'hidden']
        when (select string_to_array(current_setting('app.roles', true), ' ')) && array['officer', 'coordinator', 'admin']
          and exists (select from alumnus own
                       where own.volunteer_id = listing.volunteer_id and own.organization_id = (select app_organization()))
          then array['everyone', 'members', 'officers']
        when (select exists (select from alumnus where volunteer_id = app_volunteer())
                  or exists (select from association where organization_id = app_organization())
                  or exists (select from platform where organization_id = app_organization()))
          then array['everyone', 'members']
        else array['everyone']
      end as open
  ) viewer
  cross join lateral (
    select * from alumnus where volunteer_id = listing.volunteer_id
     order by graduation_year desc nulls first, id desc limit 1
  ) person
  cross join lateral (
    select case when listing.name = any(viewer.open) then person.name end as name,
           case when listing.university = any(viewer.open) then person.university end as university,
           case when listing.country = any(viewer.open) then person.country_code end as country_code,
           case when listing.city = any(viewer.open) then person.city end as city,
           case when listing.degree = any(viewer.open) then person.level end as level,
           case when listing.field = any(viewer.open) then person.field_code end as field_code,
           case when listing.years = any(viewer.open) then person.started_year end as started_year,
           case when listing.years = any(viewer.open) then person.graduation_year end as graduation_year,
           case when listing.years = any(viewer.open) then person.graduation_year is null end as is_studying,
           case when listing.occupation = any(viewer.open) then person.occupation end as occupation,
           case when listing.employer = any(viewer.open) then person.employer end as employer,
           case when listing.languages = any(viewer.open) then nullif(person.languages, '{}') end as languages,
           case when listing.contact = any(viewer.open) then person.contact end as contact
  ) shown
 where array[listing.name, listing.university, listing.country, listing.city, listing.degree, listing.field, listing.years,
             listing.occupation, listing.employer, listing.languages, listing.contact] <> array_fill('hidden'::text, array[11])
   -- Whoever shows this viewer nothing is not there.
   and num_nonnulls(shown.name, shown.university, shown.country_code, shown.city, shown.level, shown.field_code, shown.started_year,
                    shown.is_studying, shown.occupation, shown.employer, shown.languages, shown.contact) > 0;
