import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import type { SeenPerson } from '../../decision/grant.loader.js';
import type { SeenBy } from '../../decision/grant.service.js';
import { isOwnView } from '../../decision/own-view.rule.js';
import { purposeCode } from '../../reference/purpose/purpose-code.rule.js';
import { explain } from '../../messages.js';

/** As long as an operation's own purpose may be. */
const longestPurpose = 100;

/**
 * The person through the eyes of an organisation: every decision on what is below is the organisation's. Null for anyone
 * but the person, and for a view through a view.
 *
 * @throws DomainError BAD_USER_INPUT for a text that no purpose can be
 */
export function previewPerson(context: RequestContext, person: SeenPerson, seenBy: SeenBy): SeenPerson | null {
  if (!isOwnView(context, person)) return null;
  if (seenBy.purpose.length > longestPurpose) {
    throw new DomainError('BAD_USER_INPUT', explain('purpose-too-long', { most: longestPurpose }));
  }
  const purpose = purposeCode(seenBy.purpose);
  return { id: person.id, seenBy: { purpose, organizationId: seenBy.organizationId.toLowerCase() } };
}
