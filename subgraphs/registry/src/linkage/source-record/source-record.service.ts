import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { DomainError, firstBrokenRule } from '@birlik/kernel/errors';
import { Message } from '@birlik/messages/message';
import { emailAddress, phoneNumber } from '@birlik/linkage/contact-values';
import { isEmail, validateSync } from 'class-validator';
import type { PersonValues } from '@birlik/linkage/person-values';
import { runStatement } from '@birlik/kernel/statement';
import { acceptRecords, type IncomingRecord } from './accept-records.service.js';
import { mostRecordsOfDay } from './submission-limit.service.js';
import { requireSubmissionPurpose } from './submission-purpose.service.js';
import {
  nationalNumberHashes,
  type NationalNumberKeys,
  nationalNumberKeys,
  validNationalNumber,
} from './national-number.rule.js';
import { SubmittedRecordEntity } from './source-record.entity.js';
import type { Register } from './source-record.type.js';
import { explain } from '../../messages.js';

export const mostRecords = 100;
const longestShownKey = 100;

/** A record as it comes in; what is not known is unset. */
export type SubmittedValues = {
  readonly [Value in 'localKey' | 'nationalNumber' | keyof PersonValues]?: string | null;
};

/** The newest versions of the records that the viewer's organisation submitted. */
export function listSourceRecords(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<Connection<SubmittedRecordEntity>> {
  return findConnection(context.em, SubmittedRecordEntity, { args, orderBy: [{ localKey: 'asc' }] });
}

/**
 * Takes records of the viewer's organisation, each of its own: one that is refused does not keep out the others.
 *
 * @returns for each record, in the order in which they came, how it stands or why it was refused; nothing in it depends on
 *   anybody else's data
 * @throws DomainError BAD_USER_INPUT (too many records, no purpose that fits) or LIMIT_REACHED
 */
export async function submitSourceRecords(
  context: RequestContext,
  submitted: readonly SubmittedValues[],
): Promise<(SubmittedRecordEntity | DomainError)[]> {
  const organizationId = context.requireOrganization();
  if (submitted.length > mostRecords) {
    throw new DomainError('BAD_USER_INPUT', explain('too-many-records', { most: mostRecords }));
  }
  const purpose = await requireSubmissionPurpose(context);
  const keys = nationalNumberKeys.of(context.member);
  const times = new Map<string | null | undefined, number>();
  for (const { localKey } of submitted) times.set(localKey, (times.get(localKey) ?? 0) + 1);
  const records = submitted.map((record, index) => {
    // Which of the two is the right one, nobody can know.
    const isAlone = record.localKey == null || times.get(record.localKey) === 1;
    const read = isAlone ? incoming(record, keys) : explain('same-local-key');
    return read instanceof Message ? refusal(record, { index, reason: read }) : read;
  });
  const taken = records.filter((record): record is IncomingRecord => !(record instanceof DomainError));
  await acceptRecords(context.em, {
    organizationId,
    submittedBy: context.requireViewer().sub,
    purpose,
    operationId: context.operationId,
    request: context.requestId,
    mostOfDay: mostRecordsOfDay.of(context.member),
    records: taken,
  });
  const stored = await context.em.find(SubmittedRecordEntity, {
    localKey: { $in: taken.map(({ localKey }) => localKey) },
  });
  const byLocalId = new Map(stored.map((record) => [record.localKey, record]));
  return records.map((record) => {
    if (record instanceof DomainError) return record;
    const found = byLocalId.get(record.localKey);
    if (!found) throw new Error('A record that was just written is not there.');
    return found;
  });
}

/**
 * Says whether the register of the viewer's organisation holds each person once.
 *
 * @throws DomainError CONFLICT once records are there, which were linked by what was said before
 */
export async function declareRegister(context: RequestContext, eachPersonOnce: boolean): Promise<Register> {
  const organizationId = context.requireOrganization();
  const [declared] = await runStatement<RegisterRow>(
    context.em,
    `insert into register (organization_id, each_person_once, declared_at, declared_by, declared_by_issuer)
     select ?::uuid, ?::boolean, now(), app_subject(), app_issuer() where not exists (select from register_record)
     on conflict (organization_id) do update
        set each_person_once = excluded.each_person_once, declared_at = excluded.declared_at,
            declared_by = excluded.declared_by, declared_by_issuer = excluded.declared_by_issuer
     returning ${registerColumns}`,
    [organizationId, eachPersonOnce],
  );
  if (declared !== undefined) return registerOf(declared);
  throw new DomainError('CONFLICT', explain('register-linked'));
}

/** What the viewer's organisation says of its register now; null where it has said nothing. */
export async function findOwnRegister(context: RequestContext): Promise<Register | null> {
  const [declared] = await runStatement<RegisterRow>(
    context.em,
    `select ${registerColumns} from register where organization_id = ?::uuid`,
    [context.requireOrganization()],
  );
  return declared === undefined ? null : registerOf(declared);
}

const registerColumns = `each_person_once as "eachPersonOnce", declared_at as "declaredAt", declared_by as "declaredBy"`;

type RegisterRow = Omit<Register, 'declaredAt'> & { readonly declaredAt: Date | string };

const registerOf = ({ declaredAt, ...said }: RegisterRow): Register => ({
  ...said,
  declaredAt: new Date(declaredAt),
});

/** What a record has that has passed the rules of its form. */
type WrittenNames = Readonly<Record<'localKey' | 'givenName' | 'familyName', string>>;

/** The record in the form in which it is kept, or why it is not: the first rule of its form that it breaks, or of its values. */
function incoming(record: SubmittedValues, keys: NationalNumberKeys): IncomingRecord | Message {
  const broken = firstBrokenRule(validateSync(record));
  if (broken) return broken;
  const { localKey, givenName, familyName, patronymic, birthDate } = record as SubmittedValues & WrittenNames;
  const phone = record.phone?.trim() ? phoneNumber(record.phone) : null;
  const email = record.email?.trim() ? emailAddress(record.email) : null;
  const nationalNumber = record.nationalNumber ? validNationalNumber(record.nationalNumber) : null;
  // None of these sentences repeats a value: they end in responses and may end in logs.
  if (record.nationalNumber && nationalNumber === null) return explain('no-fin');
  if (record.phone?.trim() && phone === null) return explain('no-phone');
  if (email !== null && !isEmail(email)) return explain('no-email');
  return {
    localKey,
    givenName,
    familyName,
    patronymic: patronymic ?? null,
    birthDate: birthDate ?? null,
    phone,
    email,
    nationalNumberHashes: nationalNumber === null ? [] : nationalNumberHashes(nationalNumber, keys),
  };
}

/** The refusal of one record, which is named by its place in the call and by its local key, as far as that can be shown. */
function refusal(
  { localKey }: SubmittedValues,
  { index, reason }: { readonly index: number; readonly reason: Message },
): DomainError {
  const key = localKey ?? '';
  const shown = key.replaceAll(/[\p{C}]/gu, '').slice(0, longestShownKey);
  const name = shown === key ? shown : `${shown}…`;
  return new DomainError('BAD_USER_INPUT', explain('record-refused', { index, localKey: name, reason }));
}
