import { defineGrantLoader, type GrantLoader } from '@birlik/trust/grant-loader';
import { AffiliationEntity } from './affiliation.entity.js';

/** A person's affiliations that the grant opens, newest first: an owner's grant opens its own tie only. */
export const affiliationsByGrant: GrantLoader<AffiliationEntity> = defineGrantLoader(AffiliationEntity, {
  orderBy: [{ since: 'desc' }, { id: 'desc' }],
  most: 100,
});
