import { newestByCountry, type LoaderByCountry } from '../country/newest-by-country.loader.js';
import { JointProjectEntity } from './joint-project.entity.js';

/** The joint projects that involve a country, newest first. */
export const jointProjectsByCountry: LoaderByCountry<JointProjectEntity> = newestByCountry(
  `select project.id from joint_project project where project.country_codes @> array[wanted.code]
    order by project.id desc`,
  (em, ids) => em.find(JointProjectEntity, { id: { $in: ids } }),
);
