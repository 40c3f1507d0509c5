import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { MemberCountryEntity } from './member-country.entity.js';

/** The member countries in the order of their codes; public. */
export function listMemberCountries(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<Connection<MemberCountryEntity>> {
  return findConnection(context.em, MemberCountryEntity, { args, orderBy: [{ countryCode: 'asc' }, { id: 'asc' }] });
}

/**
 * The center for which the viewer acts: an organisation that has member countries here. Public rows of this member
 * speak for a center, so no other organisation's officer may add any.
 *
 * @throws DomainError UNAUTHENTICATED or FORBIDDEN
 */
export async function requireCenter(context: RequestContext): Promise<string> {
  const organizationId = context.requireOrganization('officer', 'analyst');
  if ((await context.em.count(MemberCountryEntity, { organizationId })) === 0) {
    throw new DomainError('FORBIDDEN', 'Only an international center with member countries can do this.');
  }
  return organizationId;
}
