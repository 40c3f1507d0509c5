import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { conflictOnDuplicate } from '@birlik/kernel/statement';
import { endRights } from '../../decision/right-lock.service.js';
import { requireManager } from '../organization/authority.service.js';
import { organizationEventKinds } from '../organization/organization-event.entity.js';
import { recordChange } from '../organization/organization-event.service.js';
import { OrganizationEntity } from '../organization/organization.entity.js';
import { OfficerEntity, officerRoles, type OfficerRole } from './officer.entity.js';
import { SystemClientEntity } from './system-client.entity.js';
import { explain } from '../../messages.js';

export const onlyAdmins = explain('admins-only');

/**
 * Appoints somebody to act for an organisation.
 *
 * @throws DomainError FORBIDDEN, NOT_FOUND or CONFLICT (appointed already: dismiss first to change the roles)
 */
export async function appointOfficer(
  context: RequestContext,
  input: { readonly organizationId: string; readonly subject: string; readonly roles: readonly OfficerRole[] },
): Promise<OfficerEntity> {
  const { organizationId, subject, roles } = input;
  const { admin } = await requireManager(context, organizationId);
  if (!admin && roles.includes(officerRoles.ADMIN)) throw new DomainError('FORBIDDEN', onlyAdmins);
  return conflictOnDuplicate(explain('appointed-already'), () =>
    context.em.transactional(async (em) => {
      recordChange(em, context, { organizationId, kind: organizationEventKinds.OFFICER_APPOINTED, concerns: subject });
      return em.create(OfficerEntity, {
        id: newId(),
        organizationId,
        issuer: await issuerOf(em, context, organizationId),
        subject,
        roles: [...roles],
        appointedAt: new Date(),
        beginsAt: null,
        endsAt: null,
        dismissedAt: null,
      });
    }),
  );
}

/** Of which issuer whoever acts for an organisation is: the organisation's, or else the one of whoever lets them. */
export async function issuerOf(em: RequestContext['em'], context: RequestContext, id: string): Promise<string> {
  const { issuer } = await em.findOneOrFail(OrganizationEntity, { id });
  return issuer ?? context.requireViewer().issuer;
}

/**
 * Ends an appointment: the person acts for the organisation in no request that follows.
 *
 * @throws DomainError FORBIDDEN, NOT_FOUND or CONFLICT (dismissed already)
 */
export async function dismissOfficer(context: RequestContext, id: string): Promise<OfficerEntity> {
  const found = await context.em.findOne(OfficerEntity, { id });
  // The database shows nobody the appointments of others: what is not there and what is not theirs are the same.
  if (!found) throw new DomainError('NOT_FOUND', explain('no-such-appointment'));
  const { organizationId } = found;
  const { admin } = await requireManager(context, organizationId);
  if (!admin && found.roles.includes(officerRoles.ADMIN)) throw new DomainError('FORBIDDEN', onlyAdmins);
  return context.em.transactional(async (em) => {
    await endRights(em, organizationId);
    const officer = await em.findOneOrFail(OfficerEntity, { id }, { refresh: true });
    const isOver = officer.dismissedAt != null || (officer.endsAt != null && officer.endsAt <= context.now());
    if (isOver) throw new DomainError('CONFLICT', explain('dismissed-already'));
    officer.dismissedAt = new Date();
    const { subject: concerns } = officer;
    recordChange(em, context, { organizationId, kind: organizationEventKinds.OFFICER_DISMISSED, concerns });
    return officer;
  });
}

/**
 * Lets a system act for an organisation by itself.
 *
 * @throws DomainError FORBIDDEN, NOT_FOUND or CONFLICT (registered already)
 */
export async function registerSystemClient(
  context: RequestContext,
  input: { readonly organizationId: string; readonly client: string },
): Promise<SystemClientEntity> {
  const { organizationId, client } = input;
  await requireManager(context, organizationId);
  return conflictOnDuplicate(explain('system-registered'), () =>
    context.em.transactional(async (em) => {
      recordChange(em, context, { organizationId, kind: organizationEventKinds.CLIENT_REGISTERED, concerns: client });
      return em.create(SystemClientEntity, {
        id: newId(),
        organizationId,
        issuer: await issuerOf(em, context, organizationId),
        client,
        registeredAt: new Date(),
        revokedAt: null,
      });
    }),
  );
}

/**
 * Ends what a system may do: it acts for the organisation in no request that follows.
 *
 * @throws DomainError FORBIDDEN, NOT_FOUND or CONFLICT (revoked already)
 */
export async function revokeSystemClient(context: RequestContext, id: string): Promise<SystemClientEntity> {
  const found = await context.em.findOne(SystemClientEntity, { id });
  if (!found) throw new DomainError('NOT_FOUND', explain('no-such-system'));
  const { organizationId } = found;
  await requireManager(context, organizationId);
  return context.em.transactional(async (em) => {
    await endRights(em, organizationId);
    const client = await em.findOneOrFail(SystemClientEntity, { id }, { refresh: true });
    if (client.revokedAt) throw new DomainError('CONFLICT', explain('system-revoked'));
    client.revokedAt = new Date();
    const { client: concerns } = client;
    recordChange(em, context, { organizationId, kind: organizationEventKinds.CLIENT_REVOKED, concerns });
    return client;
  });
}
