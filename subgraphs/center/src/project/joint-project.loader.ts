import { newestByCountry, type LoaderByCountry } from '../country/newest-by-country.loader.js';
import { JointProjectEntity } from './joint-project.entity.js';

/** The joint projects that involve a country, newest first. */
export const jointProjectsByCountry: LoaderByCountry<JointProjectEntity> = newestByCountry(
  JointProjectEntity,
  `one.country_codes @> array[wanted.key]`,
  [{ id: 'desc' }],
);
