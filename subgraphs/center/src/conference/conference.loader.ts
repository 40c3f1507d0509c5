import { defineRowLoader } from '@birlik/kernel/rows';
import { newestByCountry, type LoaderByCountry } from '../country/newest-by-country.loader.js';
import { ConferenceEntity } from './conference.entity.js';

export const conferenceById = defineRowLoader(ConferenceEntity, 'id', { readers: 'everyone' });

/** The conferences in which a country took part, newest first. */
export const conferencesByCountry: LoaderByCountry<ConferenceEntity> = newestByCountry(
  ConferenceEntity,
  `exists (select from conference_participation part
    where part.conference_id = one.id and part.country_code = wanted.key)`,
  [{ reportedOn: 'desc' }, { id: 'desc' }],
);
