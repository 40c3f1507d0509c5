import { DomainError } from '@birlik/kernel/errors';
import { runStatement } from '@birlik/kernel/statement';
import type { Rule } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { readingOrganization } from '../../membership/organization/authority.service.js';
import { explain } from '../../messages.js';
import { AffiliationEntity, type AffiliationRole } from './affiliation.entity.js';
import type { MembershipEventKind } from './membership-event.entity.js';

/** Holds for who keeps the memberships of an organisation that may act. */
export const keepers: Rule = readingOrganization('officer', 'coordinator', 'admin');

/** Holds for a person, and for who keeps the memberships of an organisation. Of whom, the database says. */
export const memberOrKeeper: Rule = {
  name: `volunteer, or ${keepers.name}`,
  async check(context) {
    if (context.requireViewer().volunteerId === null) await keepers.check(context);
  },
};

/** What happens to a membership. */
export interface MembershipChange {
  readonly affiliationId: string;
  readonly kind: Exclude<MembershipEventKind, 'begun'>;
  readonly role?: AffiliationRole;
  readonly reason?: string | null;
}

/**
 * Changes, suspends, resumes or ends a membership, with its history; what it opened closes before the next request.
 *
 * @throws DomainError NOT_FOUND (no membership of the viewer or the viewer's organisation) or CONFLICT (so already, or over)
 */
export async function changeMembership(
  context: RequestContext,
  { affiliationId, kind, role, reason }: MembershipChange,
): Promise<AffiliationEntity> {
  return context.em.transactional(async (em) => {
    const [row] = await runStatement<{ became: 'DONE' | 'NOT_FOUND' | 'SAME' | 'OVER' }>(
      em,
      'select change_membership(?::uuid, ?, ?, ?) as became',
      [affiliationId, kind, role ?? null, reason ?? null],
    );
    if (row?.became === 'SAME') throw new DomainError('CONFLICT', explain('so-already'));
    if (row?.became === 'OVER') throw new DomainError('CONFLICT', explain('membership-over'));
    if (row?.became !== 'DONE') throw new DomainError('NOT_FOUND', explain('no-such-membership'));
    return em.findOneOrFail(AffiliationEntity, { id: affiliationId }, { refresh: true });
  });
}
