import { ConnectionArgs } from '@birlik/kernel/connection';
import { DomainError } from '@birlik/kernel/errors';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import type { GrantBasis } from '@birlik/trust/grant';
import { decideGrants } from '../decision/grant.service.js';
import { ownCategory } from '../decision/grant-category.rule.js';
import { messageKinds } from '../message/message.entity.js';
import { unerasedOf, writeMessages } from '../message/message.service.js';
import { explain } from '../messages.js';
import { type LetterText, letterIn, mostLetters } from './letter.rule.js';
import { searchCards } from './search-cards.service.js';

/** A letter that was written, as its organisation may know it. */
export interface WrittenLetter {
  readonly id: string;
  readonly kind: typeof messageKinds.ORGANIZATION_WROTE;
  readonly sentAt: Date;
  readonly isRead: false;
}

/** By what somebody may be written to who may be reached; a mandate is for reading, and so is what is kept of who left. */
const bases: ReadonlySet<GrantBasis> = new Set(['self', 'guardian', 'owner', 'consent', 'emergency']);

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Writes a letter of the viewer's organisation to people, one answer a person in the same order: the letter, or the NOT_FOUND of
 * somebody whom the organisation does not reach for the purpose of the operation, whoever that is, or the CONFLICT of somebody to
 * whom it wrote too often. Whom it reaches has a row in the log: by a card, or by what opens the contact.
 *
 * @throws DomainError FORBIDDEN, LIMIT_REACHED (nobody is written to), or the refusal as its code when the purpose reaches nobody
 */
export async function writeToVolunteers(
  context: RequestContext,
  volunteerIds: readonly string[],
  texts: readonly [LetterText, ...LetterText[]],
): Promise<(WrittenLetter | DomainError)[]> {
  const organizationId = context.requireOrganization();
  // As the database writes ids.
  const people = volunteerIds.map((id) => id.toLowerCase());
  const reached = await readReached(context, people);
  const sentAt = context.now();
  return context.em.transactional(async (em) => {
    // Letters of an organisation come one after the other, so that each counts those before it.
    await runStatement(em, 'select pg_advisory_xact_lock(hashtextextended(?, 0))', [`letters ${organizationId}`]);
    const written = await runStatement<{ person: string; times: number }>(
      em,
      `select volunteer_id as person, count(*)::integer as times from message
        where organization_id = ? and kind = ? and sent_at > ? group by volunteer_id`,
      [organizationId, messageKinds.ORGANIZATION_WROTE, new Date(sentAt.getTime() - dayMs).toISOString()],
    );
    const timesOf = new Map(written.map(({ person, times }) => [person, times]));
    const isWearied = (person: string) => (timesOf.get(person) ?? 0) >= mostLetters.TO_ONE;
    const addressees = people.filter((person) => reached.has(person) && !isWearied(person));
    const before = written.reduce((sum, { times }) => sum + times, 0);
    if (before + addressees.length > mostLetters.OF_DAY) {
      throw new DomainError('LIMIT_REACHED', explain('too-many-letters-of-day', { most: mostLetters.OF_DAY }));
    }
    const { ORGANIZATION_WROTE: kind } = messageKinds;
    const letter = { organizationId, kind, subject: letterIn(texts, 'subject'), body: letterIn(texts, 'body'), sentAt };
    const ids = await writeMessages(
      em,
      addressees.map((volunteerId) => ({ ...letter, volunteerId })),
    );
    const idOf = new Map(addressees.map((person, index) => [person, ids[index]]));
    return people.map((person) => {
      const id = idOf.get(person);
      if (id !== undefined) return { id, kind, sentAt, isRead: false };
      if (!reached.has(person)) return new DomainError('NOT_FOUND', explain('nobody-to-write-to'));
      return new DomainError('CONFLICT', explain('written-too-often', { most: mostLetters.TO_ONE }));
    });
  });
}

/** Those of people whom the viewer's organisation reaches for the purpose of the operation: by their card, else by a right. */
async function readReached(context: RequestContext, people: readonly string[]): Promise<ReadonlySet<string>> {
  const args = Object.assign(new ConnectionArgs(), { first: mostLetters.AT_ONCE });
  const { nodes } = await searchCards(context, args, { ids: people });
  const found = new Set(nodes.map(({ volunteer }) => volunteer.id));
  const others = people.filter((person) => !found.has(person));
  const decisions = await decideGrants(
    context,
    others.map((volunteerId) => ({ volunteerId, category: ownCategory, seenBy: null })),
  );
  const granted = decisions.flatMap((decision) => {
    if (decision instanceof Error) throw decision;
    return decision.grant && bases.has(decision.grant.basis) ? decision.grant.sub : [];
  });
  return unerasedOf(context.em, [...found, ...granted]);
}
