import { defineGrantLoader, type GrantLoader } from '@birlik/trust/grant-loader';
import { EnrolmentEntity } from './enrolment.entity.js';

/** A person's enrolments that the grant opens, newest first. */
export const enrolmentsByGrant: GrantLoader<EnrolmentEntity> = defineGrantLoader(EnrolmentEntity, {
  orderBy: [{ startYear: 'desc' }, { id: 'desc' }],
  most: 20,
});
