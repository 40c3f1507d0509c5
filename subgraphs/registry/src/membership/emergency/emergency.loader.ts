import { defineLoader } from '@birlik/kernel/loader';
import { defineRowLoader, defineRowsLoader } from '@birlik/kernel/rows';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { EmergencyOrganizationEntity } from './emergency-organization.entity.js';
import { EmergencyPersonEntity } from './emergency-person.entity.js';
import { EmergencyEntity, mostOrganizations, mostPeople } from './emergency.entity.js';

/** An emergency by its id; null for one that the viewer neither opened nor was read in. */
export const emergencyById = defineRowLoader(EmergencyEntity, 'id');

/** The organisations that an emergency names. */
export const organizationsByEmergency = defineRowsLoader(EmergencyOrganizationEntity, 'emergencyId', {
  orderBy: [{ id: 'asc' }],
  most: mostOrganizations,
});

/** The people whom an emergency names. */
export const peopleByEmergency = defineRowsLoader(EmergencyPersonEntity, 'emergencyId', {
  orderBy: [{ id: 'asc' }],
  most: mostPeople,
});

/** Whether the viewer proposed an emergency, at whichever of their sign-ins; true also for one that they don't see. */
export const isOwnProposalById = defineLoader<string, boolean, RequestContext>(async (ids, { em }) => {
  const others = await runStatement<{ id: string }>(
    em,
    'select id from emergency where id = any (?::uuid[]) and not is_viewer(proposed_by_issuer, proposed_by)',
    [`{${ids.join(',')}}`],
  );
  return ids.map((id) => !others.some((other) => other.id === id));
});
