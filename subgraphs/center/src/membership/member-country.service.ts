import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { Rule } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { MemberCountryEntity } from './member-country.entity.js';
import { explain } from '../messages.js';

/** The member countries in the order of their codes; public. */
export function listMemberCountries(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<Connection<MemberCountryEntity>> {
  return findConnection(context.em, MemberCountryEntity, { args, orderBy: [{ countryCode: 'asc' }, { id: 'asc' }] });
}

/**
 * Holds for who acts for an organisation that has member countries here. Public rows of this member speak for a center, so
 * no other organisation's officer may add any.
 */
export const internationalCenter: Rule = {
  name: 'international center',
  async check(context) {
    const organizationId = context.requireOrganization();
    if ((await context.em.count(MemberCountryEntity, { organizationId })) === 0) {
      throw new DomainError('FORBIDDEN', explain('centers-only'));
    }
  },
};
