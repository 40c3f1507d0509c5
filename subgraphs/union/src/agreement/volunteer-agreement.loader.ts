import type { RequestContext } from '@birlik/kernel/context';
import type { Grant } from '@birlik/kernel/grant';
import { defineLoader, groupByKey } from '@birlik/kernel/loader';
import { newestOfEach } from '../volunteer/newest-rows.loader.js';
import { VolunteerAgreementEntity } from './volunteer-agreement.entity.js';

/** A person's newest 50 agreements that the grant opens, newest first. */
export const agreementsByGrant = defineLoader<Grant, VolunteerAgreementEntity[], RequestContext>(
  async (grants, context) => {
    const newest = newestOfEach(grants, { table: 'volunteer_agreement', by: 'signed_on', limit: 50 });
    const rows = await context
      .granted(grants)
      .find(VolunteerAgreementEntity, { id: { $in: newest } }, { orderBy: [{ signedOn: 'desc' }, { id: 'desc' }] });
    return groupByKey(
      grants,
      rows,
      (row) => row.volunteerId,
      (grant) => grant.sub,
    );
  },
  (grant) => grant.sub,
);
