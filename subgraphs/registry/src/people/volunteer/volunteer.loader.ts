import { rowsBy } from '@birlik/kernel/rows';
import { defineLoaderByGrant, type LoaderByGrant } from '@birlik/trust/grant-loader';
import { VolunteerEntity } from './volunteer.entity.js';

const volunteers = rowsBy(VolunteerEntity, 'id');

/** The registry's row of a person that the grant opens; null for an id that nobody has. */
export const volunteerByGrant: LoaderByGrant<VolunteerEntity | null> = defineLoaderByGrant(async (grants, context) => {
  const people = grants.map((grant) => grant.sub);
  return (await volunteers(context.granted(grants), people)).map(([row]) => row ?? null);
});
