import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { conflictOnDuplicate } from '@birlik/kernel/statement';
import { writtenText, type TranslatedText } from '../text/written-text.service.js';
import { AgreementEntity } from './agreement.entity.js';
import { explain } from '../messages.js';

export interface AgreementTerms {
  readonly partyIds: readonly string[];
  readonly countryCodes: readonly string[];
  readonly signedOn: string;
  readonly expiresOn?: string | null;
  readonly sdgGoals?: readonly number[] | null;
}

const sdgGoalCount = 17;

/** All agreements, newest first; public. */
export function listAgreements(context: RequestContext, args: ConnectionArgs): Promise<Connection<AgreementEntity>> {
  return findConnection(context.em, AgreementEntity, { args, orderBy: [{ signedOn: 'desc' }, { id: 'desc' }] });
}

/**
 * The terms as a row holds them: each set sorted and without repetition, so that the same parties are always spelled
 * the same.
 *
 * @throws DomainError BAD_USER_INPUT naming the rule that the terms break
 */
export function settleTerms(terms: AgreementTerms) {
  const partyIds = [...new Set(terms.partyIds.map((party) => party.toLowerCase()))].toSorted();
  const countryCodes = [...new Set(terms.countryCodes)].toSorted();
  const sdgGoals = [...new Set(terms.sdgGoals)].toSorted((a, b) => a - b);
  const expiresOn = terms.expiresOn ?? null;
  if (partyIds.length < 2) throw new DomainError('BAD_USER_INPUT', explain('two-parties'));
  if (countryCodes.length < 2) throw new DomainError('BAD_USER_INPUT', explain('two-countries'));
  if (expiresOn !== null && expiresOn <= terms.signedOn) {
    throw new DomainError('BAD_USER_INPUT', explain('expires-too-early'));
  }
  if (!sdgGoals.every((goal) => Number.isInteger(goal) && goal >= 1 && goal <= sdgGoalCount)) {
    throw new DomainError('BAD_USER_INPUT', explain('no-such-goal', { last: sdgGoalCount }));
  }
  return { partyIds, countryCodes, sdgGoals, signedOn: terms.signedOn, expiresOn };
}

/**
 * Registers an agreement for the viewer's center. Whether the parties exist is the registry's to say, not checked here.
 *
 * @throws DomainError FORBIDDEN, BAD_USER_INPUT or CONFLICT (the same parties' agreement of the same day)
 */
export async function registerAgreement(
  context: RequestContext,
  input: AgreementTerms & { readonly title: TranslatedText },
): Promise<AgreementEntity> {
  const organizationId = context.requireOrganization();
  const terms = settleTerms(input);
  return conflictOnDuplicate(explain('agreement-registered'), () =>
    context.em.transactional(async (em) =>
      em.create(AgreementEntity, {
        id: newId(),
        organizationId,
        title: writtenText(input.title),
        purpose: null,
        ...terms,
      }),
    ),
  );
}
