import { defineGrantLoader } from '@birlik/trust/grant-loader';
import { VolunteerAgreementEntity } from './volunteer-agreement.entity.js';

/** A person's newest 50 agreements that the grant opens, newest first. */
export const agreementsByGrant = defineGrantLoader(VolunteerAgreementEntity, {
  orderBy: [{ signedOn: 'desc' }, { id: 'desc' }],
  most: 50,
});
