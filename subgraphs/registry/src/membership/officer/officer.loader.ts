import { defineRowsLoader } from '@birlik/kernel/rows';
import { OfficerEntity } from './officer.entity.js';
import { SystemClientEntity } from './system-client.entity.js';

const most = 200;

/** The appointments of an organisation, newest first, ended ones too. */
export const officersByOrganization = defineRowsLoader(OfficerEntity, 'organizationId', {
  orderBy: [{ id: 'desc' }],
  most,
});

/** The systems of an organisation, newest first, revoked ones too. */
export const systemClientsByOrganization = defineRowsLoader(SystemClientEntity, 'organizationId', {
  orderBy: [{ id: 'desc' }],
  most,
});
