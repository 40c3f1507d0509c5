import { rowsBy } from '@birlik/kernel/rows';
import { defineLoaderByGrant, type LoaderByGrant } from '@birlik/trust/grant-loader';
import { AccessNeedEntity } from './access-need.entity.js';

const accessNeeds = rowsBy(AccessNeedEntity, 'volunteerId');

/** What a person needs whose grant opens it; null where nothing was said. */
export const accessNeedByGrant: LoaderByGrant<AccessNeedEntity | null> = defineLoaderByGrant(
  async (grants, context) => {
    const people = grants.map((grant) => grant.sub);
    return (await accessNeeds(context.granted(grants), people)).map(([row]) => row ?? null);
  },
);
