import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import { DomainError } from '@birlik/kernel/errors';
import type { RequestContext } from '@birlik/trust/context';
import { raw, type FilterQuery } from '@mikro-orm/core';
import { AlumnusEntity } from '../alumnus/alumnus.entity.js';
import { explain } from '../messages.js';
import { DirectoryEntryEntity } from './directory-entry.entity.js';
import type { AlumniDirectoryFilter, AlumniFactsInput, DirectoryChoiceInput } from './directory-entry.input.js';
import {
  DirectoryListingEntity,
  alumniFacts,
  directoryVisibilities,
  type AlumniFact,
  type DirectoryVisibility,
} from './directory-listing.entity.js';

/** What an association has of a person, and who may see it. */
export interface OwnRecord {
  readonly entry: AlumnusEntity;
  readonly organizationId: string;
  readonly facts: readonly {
    readonly fact: AlumniFact;
    readonly visibility: DirectoryVisibility;
    readonly confirmedOn: string | null;
  }[];
}

const nameOrders = { az: 'nameAz', en: 'nameEn', ru: 'nameRu', tr: 'nameTr' } as const;

/** Whom the viewer may find, by the names that they show as the viewer's language sorts them; those without one come last. */
export function searchDirectory(
  { em, language }: RequestContext,
  args: ConnectionArgs,
  filter: AlumniDirectoryFilter,
): Promise<Connection<DirectoryEntryEntity>> {
  return findConnection(em, DirectoryEntryEntity, {
    args,
    where: whereOf(filter),
    orderBy: [{ isUnnamed: 'asc' }, { [nameOrders[language]]: 'asc' }, { id: 'asc' }],
    order: language,
  });
}

function whereOf({
  countryCode,
  university,
  fieldCode,
  text,
}: AlumniDirectoryFilter): FilterQuery<DirectoryEntryEntity> {
  return {
    ...(countryCode != null && { countryCode }),
    ...(university != null && { university }),
    ...(fieldCode != null && { fieldCode }),
    ...(text != null && { [raw('(strpos(words, directory_words(?)) > 0)', [text])]: true }),
  };
}

/** The person's record of the study that ends last, as the directory shows it. */
function findLatest(em: RequestContext['em'], volunteerId: string): Promise<AlumnusEntity | null> {
  return em.findOne(
    AlumnusEntity,
    { volunteerId },
    { orderBy: [{ graduationYear: 'desc nulls first' }, { id: 'desc' }] },
  );
}

/** What the viewer's association has of the viewer, and who may see it; null if no association has anything. */
export async function findOwnRecord(context: RequestContext): Promise<OwnRecord | null> {
  const volunteerId = context.requireVolunteer();
  const [record, listing] = await Promise.all([
    findLatest(context.em, volunteerId),
    context.em.findOne(DirectoryListingEntity, { volunteerId }),
  ]);
  if (!record) return null;
  return {
    entry: record,
    organizationId: record.organizationId,
    facts: Object.values(alumniFacts).map((fact) => ({
      fact,
      visibility: listing?.[fact] ?? directoryVisibilities.HIDDEN,
      confirmedOn: (fact in record.confirmed ? record.confirmed[fact] : record.lastConfirmedOn) ?? null,
    })),
  };
}

/** @throws DomainError NOT_FOUND when no association has anything about the viewer */
async function requireOwnRecord(context: RequestContext): Promise<OwnRecord> {
  const record = await findOwnRecord(context);
  if (!record) throw new DomainError('NOT_FOUND', explain('nothing-held'));
  return record;
}

/**
 * Shows or hides facts of the viewer; those that are not named stay as they are.
 *
 * @throws DomainError NOT_FOUND when no association has anything about the viewer
 */
export async function setDirectoryVisibility(
  context: RequestContext,
  choices: readonly DirectoryChoiceInput[],
): Promise<OwnRecord> {
  const volunteerId = context.requireVolunteer();
  await requireOwnRecord(context);
  const chosen = Object.fromEntries(choices.map(({ fact, visibility }) => [fact, visibility]));
  await context.em.upsert(DirectoryListingEntity, { volunteerId, ...chosen }, { onConflictFields: ['volunteerId'] });
  context.em.clear();
  return requireOwnRecord(context);
}

/**
 * Says what is right about the viewer today, which confirms each fact that it changes.
 *
 * @throws DomainError NOT_FOUND (no association has anything about the viewer) or BAD_USER_INPUT (the end before the beginning)
 */
export async function changeAlumniFacts(context: RequestContext, input: AlumniFactsInput): Promise<OwnRecord> {
  const record = await findLatest(context.em, context.requireVolunteer());
  if (!record) throw new DomainError('NOT_FOUND', explain('nothing-held'));
  const { startedYear = null, graduationYear = null } = input;
  if (startedYear !== null && graduationYear !== null && startedYear > graduationYear) {
    throw new DomainError('BAD_USER_INPUT', explain('years-turned'));
  }
  const { name = null, city = null, occupation = null, employer = null, contact = null } = input;
  const { university, countryCode, level, fieldCode, languages } = input;
  const told = { name, city, occupation, employer, contact, university, countryCode, level, fieldCode, languages };
  await context.em.nativeUpdate(AlumnusEntity, { id: record.id }, { ...told, startedYear, graduationYear });
  context.em.clear();
  return requireOwnRecord(context);
}
