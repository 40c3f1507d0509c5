import { newestByCountry, type LoaderByCountry } from '../country/newest-by-country.loader.js';
import { ChairTermEntity } from './chair-term.entity.js';

/** The chair terms that a country's organisations hold or held, newest first. */
export const chairTermsByCountry: LoaderByCountry<ChairTermEntity> = newestByCountry(
  `select term.id from chair_term term
    where exists (select from chair_term_holder holder
      where holder.chair_term_id = term.id and holder.country_code = wanted.code)
    order by term.starts_on desc, term.id desc`,
  (em, ids) => em.find(ChairTermEntity, { id: { $in: ids } }),
);
