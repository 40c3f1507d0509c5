import { defineLoaderByGrant, type LoaderByGrant } from '@birlik/trust/grant-loader';
import { indexByKey } from '@birlik/kernel/loader';
import { VolunteerEntity } from './volunteer.entity.js';

/** The registry's row of a person that the grant opens; null for an id that nobody has. */
export const volunteerByGrant: LoaderByGrant<VolunteerEntity | null> = defineLoaderByGrant(async (grants, context) => {
  const rows = await context.granted(grants).find(VolunteerEntity, { id: { $in: grants.map((grant) => grant.sub) } });
  return indexByKey(
    grants,
    rows,
    (row) => row.id,
    (grant) => grant.sub,
  );
});
