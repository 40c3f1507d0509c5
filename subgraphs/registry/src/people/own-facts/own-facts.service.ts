import { phoneNumber } from '@birlik/linkage/contact-values';
import { defineRefusal, DomainError } from '@birlik/kernel/errors';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { explain } from '../../messages.js';
import { countryByCode } from '../../reference/country/country.loader.js';
import type { OwnFactsChange } from './own-facts.type.js';

// What a country would change is raised by `change_own_contact`.
defineRefusal('BE040', explain('country-changes-age'));

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

/** How to reach a person, and where they live, as they say; unset for what is not said. */
export interface OwnContact {
  readonly phone?: string | null;
  readonly city?: string | null;
  readonly countryCode?: string | null;
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

/**
 * Says how to reach the viewer and where they live, in the place of what they said before.
 *
 * @throws DomainError BAD_USER_INPUT (a number or a country that is none), NOT_FOUND (a person who is erased) or CONFLICT (a country that
 *   changes when the viewer is of age)
 */
export async function changeContact(context: RequestContext, said: OwnContact): Promise<OwnFactsChange> {
  const { city = null, countryCode = null } = said;
  const written = said.phone?.trim() ?? '';
  const phone = written === '' ? null : phoneNumber(written);
  if (phone === null && written !== '') throw new DomainError('BAD_USER_INPUT', explain('no-phone'));
  if (countryCode !== null && (await countryByCode.load(context, countryCode)) === null) {
    throw new DomainError('BAD_USER_INPUT', explain('no-such-country'));
  }
  const town = city === null ? null : JSON.stringify({ az: city.trim() });
  const [row] = await runStatement<{ changed: string | null }>(
    context.em,
    'select change_own_contact(?, ?::jsonb, ?) as changed',
    [phone, town, countryCode],
  );
  if (row?.changed == null) throw new DomainError('NOT_FOUND', explain('no-such-person'));
  return { changedAt: new Date() };
}
