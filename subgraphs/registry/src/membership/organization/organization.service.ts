import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { OrganizationEntity, type OrganizationKind } from './organization.entity.js';

/** The organisations of one kind, or all; public. */
export function listOrganizations(
  context: RequestContext,
  args: ConnectionArgs,
  kind: OrganizationKind | null,
): Promise<Connection<OrganizationEntity>> {
  return findConnection(context.em, OrganizationEntity, {
    args,
    where: kind === null ? {} : { kind },
    orderBy: [{ id: 'asc' }],
  });
}
