import { newestByCountry, type LoaderByCountry } from '../country/newest-by-country.loader.js';
import { ConferenceEntity } from './conference.entity.js';

/** The conferences in which a country took part, newest first. */
export const conferencesByCountry: LoaderByCountry<ConferenceEntity> = newestByCountry(
  `select conference.id from conference
    join conference_participation part on part.conference_id = conference.id
    where part.country_code = wanted.code
    order by conference.reported_on desc, conference.id desc`,
  (em, ids) => em.find(ConferenceEntity, { id: { $in: ids } }),
);
