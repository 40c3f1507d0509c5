import { phoneNumber } from '@birlik/linkage/contact-values';
import { DomainError } from '@birlik/kernel/errors';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { explain } from '../../messages.js';
import type { OwnFactsChange } from './own-facts.type.js';

/** A name as the person writes it. */
export interface Name {
  readonly givenName: string;
  readonly familyName: string;
  readonly patronymic?: string | null;
}

/** How to deal with a person, as they say. */
export interface OwnFacts {
  readonly languages: readonly string[];
  readonly availability?: string | null;
  readonly emergencyContact?: { readonly name: string; readonly phone: string } | null;
}

/** Gives the viewer another name; the one before stays in the history. @throws DomainError CONFLICT when it is the same */
export async function changeName(context: RequestContext, name: Name): Promise<OwnFactsChange> {
  const { givenName, familyName, patronymic } = name;
  const [row] = await runStatement<{ changed: boolean }>(context.em, 'select change_own_name(?, ?, ?) as changed', [
    givenName.trim(),
    familyName.trim(),
    patronymic?.trim() ?? null,
  ]);
  if (row?.changed !== true) throw new DomainError('CONFLICT', explain('so-already'));
  return { changedAt: new Date() };
}

/**
 * Says how to deal with the viewer, in the place of what they said before.
 *
 * @throws DomainError BAD_USER_INPUT (a number that is none) or NOT_FOUND (a person who is erased)
 */
export async function changeOwnFacts(context: RequestContext, facts: OwnFacts): Promise<OwnFactsChange> {
  const { languages, availability, emergencyContact } = facts;
  const phone = emergencyContact ? phoneNumber(emergencyContact.phone) : null;
  if (emergencyContact && phone === null) throw new DomainError('BAD_USER_INPUT', explain('no-phone'));
  const [row] = await runStatement<{ changed: boolean }>(
    context.em,
    'select change_own_facts(array(select jsonb_array_elements_text(?::jsonb)), ?, ?, ?) as changed',
    [JSON.stringify(languages), availability?.trim() ?? null, emergencyContact?.name.trim() ?? null, phone],
  );
  if (row?.changed !== true) throw new DomainError('NOT_FOUND', explain('no-such-person'));
  return { changedAt: new Date() };
}
