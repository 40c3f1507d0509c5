import { newestByCountry, type LoaderByCountry } from '../country/newest-by-country.loader.js';
import { ChairTermEntity } from './chair-term.entity.js';

/** The chair terms that a country's organisations hold or held, newest first. */
export const chairTermsByCountry: LoaderByCountry<ChairTermEntity> = newestByCountry(
  ChairTermEntity,
  `exists (select from chair_term_holder holder
    where holder.chair_term_id = one.id and holder.country_code = wanted.key)`,
  [{ startsOn: 'desc' }, { id: 'desc' }],
);
