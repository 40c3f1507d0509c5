import type { Pool } from 'pg';
import { officeId, organizationId } from './many-people.js';

/** An organisation that finds cards for all, for its kind (a university) and for itself. */
export const searchingMember = organizationId(1);

/**
 * Fills a migrated, empty registry with so many invented people, each with a card for `recruitment`: for all, for universities, for
 * one organisation, or for unions, which the searching member is not.
 */
export async function loadCards(owner: Pick<Pool, 'query'>, cards: number): Promise<void> {
  await owner.query(`insert into country (code, name) values ('AZ', '{"az": "Azərbaycan"}')`);
  await owner.query(
    `insert into organization (id, kind, name, country_code, accredited_at, officers_listed)
     values ($1, 'registry', '{"az": "Ofis"}', 'AZ', '1970-01-01', false),
            ($2, 'university', '{"az": "Universitet"}', 'AZ', '1970-01-01', false)`,
    [officeId, searchingMember],
  );
  await owner.query(
    `insert into volunteer (id, organization_id, given_name, family_name, registered_at)
     select uuidv7(), $1, number::text, 'Könüllü', now() from generate_series(1, $2::integer) number`,
    [officeId, cards],
  );
  await owner.query(
    `insert into search_card (id, volunteer_id, purpose, audiences, facets, published_at, refreshed_at, by_guardian)
     select uuidv7(), v.id, 'recruitment',
            case when n % 10 < 6 then array['*'] when n % 10 < 8 then array['university', 'agency']
                 when n % 10 = 8 then array[$1::text, 'university'] else array['union'] end,
            (select jsonb_agg(jsonb_build_object('facet', facet, 'value', value, 'label', jsonb_build_object('az', value, 'en', value),
                                                 'organizationId', null, 'statedOn', '2026-11-30'))
               from (values ('place', 'town ' || n * 7 % 61), ('age-band', (array['18-24', '25-34', '35-49', '50+'])[n * 11 % 4 + 1]),
                            ('hours-band', (array['0-9', '10-49', '50-99', '100-249', '250+'])[n * 13 % 5 + 1]),
                            ('field-of-study', 'field ' || n * 17 % 23), ('language', (array['az', 'en', 'ru'])[n * 3 % 3 + 1]),
                            ('language', 'tr'), ('skill', 'skill ' || n * 19 % 97), ('skill', 'rare ' || n % 1000),
                            ('availability', (array['evenings', 'weekends'])[n * 23 % 2 + 1])) said (facet, value)),
            now() - make_interval(days => n % 365), now(), false
       from (select id, given_name::integer as n from volunteer) v`,
    [searchingMember],
  );
  await owner.query('vacuum analyze');
}
