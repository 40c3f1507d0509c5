import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { newId } from '@birlik/kernel/identifier';
import { OrganizationEventEntity, type OrganizationEventKind } from './organization-event.entity.js';

/** What happened to an organisation; `concerns` names the officer, client, purpose or key. */
export interface OrganizationChange {
  readonly organizationId: string;
  readonly kind: OrganizationEventKind;
  readonly reason?: string;
  readonly concerns?: string;
}

/** Enters a change of the viewer's in the history, in the transaction that makes it. */
export function recordChange(em: RequestContext['em'], context: RequestContext, change: OrganizationChange): void {
  em.create(OrganizationEventEntity, {
    id: newId(),
    organizationId: change.organizationId,
    kind: change.kind,
    happenedAt: new Date(),
    actor: context.requireViewer().sub,
    actorOrganizationId: context.requireOrganization(),
    reason: change.reason ?? null,
    concerns: change.concerns ?? null,
  });
}

/** The history of an organisation, newest first; the database shows it to the organisation and the office alone. */
export function listChanges(
  context: RequestContext,
  args: ConnectionArgs,
  organizationId: string,
): Promise<Connection<OrganizationEventEntity>> {
  return findConnection(context.em, OrganizationEventEntity, {
    args,
    where: { organizationId },
    orderBy: [{ id: 'desc' }],
  });
}
