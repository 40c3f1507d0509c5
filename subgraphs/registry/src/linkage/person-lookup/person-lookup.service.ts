import { DomainError } from '@birlik/kernel/errors';
import { arrayLiteral, runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { defineSecret } from '@birlik/trust/secret';
import { explain } from '../../messages.js';
import { findLinkedPerson } from '../linkage-review/linkage-review.service.js';
import type { GoldenRecordEntity } from '../person-link/golden-record.entity.js';
import { nationalNumberKeys } from '../source-record/national-number.rule.js';
import { lookedFor, type LookupReason, type LookupWay } from './person-lookup.rule.js';

/** How many people each of the office looks for in a day. */
export const mostLookupsOfDay = defineSecret<number>('limit of look-ups');

/** What somebody in front of the office shows, and what they came for. */
export interface Lookup {
  readonly way: LookupWay;
  readonly value: string;
  /** YYYY-MM-DD. */
  readonly birthDate: string;
  readonly reason: LookupReason;
}

/**
 * Finds the one person of whom all agrees to the letter. That it was looked for is kept, and what is shown is written into the
 * person's log as {@link findLinkedPerson} does.
 *
 * @throws DomainError NOT_FOUND (nobody, or more than one), BAD_USER_INPUT (no such value there is) or LIMIT_REACHED
 */
export async function lookUpPerson(context: RequestContext, asked: Lookup): Promise<GoldenRecordEntity> {
  const { way, birthDate, reason } = asked;
  const looked = lookedFor(way, asked.value, nationalNumberKeys.of(context.member));
  if (looked === null) throw new DomainError('BAD_USER_INPUT', explain('unreadable-lookup'));
  // That nobody was found is kept too, so it is thrown when the transaction is over.
  const [row] = await context.em.transactional((em) =>
    runStatement<{ outcome: string; person: string | null }>(
      em,
      'select outcome, person_id as person from look_up_person(?, ?, ?::text[], ?::date, ?, ?)',
      [way, looked.value, arrayLiteral(looked.hashes), birthDate, reason, mostLookupsOfDay.of(context.member)],
    ),
  );
  if (row?.outcome === 'limited') throw new DomainError('LIMIT_REACHED', explain('too-many-lookups'));
  const person = row?.person == null ? null : await findLinkedPerson(context, row.person);
  if (person === null) throw new DomainError('NOT_FOUND', explain('nobody-agrees'));
  return person;
}
