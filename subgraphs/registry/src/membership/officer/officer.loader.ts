import type { RequestContext } from '@birlik/trust/context';
import { defineRowsLoader } from '@birlik/kernel/loader';
import { OfficerEntity } from './officer.entity.js';
import { SystemClientEntity } from './system-client.entity.js';

const most = 200;

/** The appointments of an organisation, newest first, ended ones too. */
export const officersByOrganization = defineRowsLoader(
  (ids: string[], { em }: RequestContext) =>
    em.find(OfficerEntity, { organizationId: { $in: ids } }, { orderBy: { id: 'desc' } }),
  (row) => row.organizationId,
  most,
);

/** The systems of an organisation, newest first, revoked ones too. */
export const systemClientsByOrganization = defineRowsLoader(
  (ids: string[], { em }: RequestContext) =>
    em.find(SystemClientEntity, { organizationId: { $in: ids } }, { orderBy: { id: 'desc' } }),
  (row) => row.organizationId,
  most,
);
