import type { RequestContext } from '@birlik/kernel/context';
import type { Grant } from '@birlik/kernel/grant';
import { defineLoader, groupByKey } from '@birlik/kernel/loader';
import { CertificateEntity } from './certificate.entity.js';

/** A person's certificates that the grant opens, newest first, the revoked ones included. */
export const certificatesByGrant = defineLoader<Grant, CertificateEntity[], RequestContext>(
  async (grants, context) => {
    const people = grants.map((grant) => grant.sub);
    const rows = await context
      .granted(grants)
      .find(CertificateEntity, { volunteerId: { $in: people } }, { orderBy: [{ issuedOn: 'desc' }, { id: 'desc' }] });
    return groupByKey(people, rows, (row) => row.volunteerId);
  },
  (grant) => grant.sub,
);
