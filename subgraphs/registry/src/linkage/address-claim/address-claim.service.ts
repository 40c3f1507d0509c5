import type { JobKind } from '@birlik/kernel/queue';
import { runStatement } from '@birlik/kernel/statement';
import { agree } from '@birlik/linkage/agreement';
import { comparedValues, normalizedValues, type PersonValues } from '@birlik/linkage/person-values';
import type { NormalizedRecord } from '@birlik/linkage/weigh-pairs';
import type { MemberIdentity } from '@birlik/trust/context';
import { messageKinds } from '../../message/message.entity.js';
import { writeMessage } from '../../message/message.service.js';
import { explain } from '../../messages.js';
import { addressClaimJob } from '../../people/own-facts/email-change.service.js';
import { claimOutcomes, type ClaimOutcome } from '../invitation/claim-attempt.entity.js';
import { linkRecord } from '../invitation/invitation.service.js';
import { type Database, runAsOffice } from '../person-link/run-as-office.service.js';

/** An address that came back confirmed, with the person who confirmed it as the registry knows them. */
export interface Confirmed extends PersonValues {
  readonly volunteerId: string;
  readonly email: string;
  readonly viewer: string;
  readonly issuer: string;
  readonly isMinor: boolean;
  /** Whether the registry knows somebody else by this address. */
  readonly isShared: boolean;
}

export type Candidate = NormalizedRecord & { readonly mayClaim: boolean };

/** How records are claimed by an address, as a job of the registry's process. */
export const addressClaimJobs = (member: MemberIdentity): JobKind[] => [
  { name: addressClaimJob, run: (em, job) => claimByAddress(em, member, String(job.payload['change'])) },
];

/**
 * Makes the records that have a confirmed address those of whoever confirmed it, where name and day of birth agree. Where anything
 * speaks for a second person at the address, and for a minor, who does not claim alone, nothing changes and the office decides.
 * Each record leaves a try that the office sees, and so does an address without any.
 */
async function claimByAddress(em: Database, member: MemberIdentity, changeId: string): Promise<void> {
  await runAsOffice(em);
  const person = await findConfirmed(em, changeId);
  if (!person) return;
  // What is noted of whoever acts is noted with the issuer that names them so.
  await runStatement(em, `select set_config('app.issuer', ?, true)`, [person.issuer]);
  const outcomes = await outcomesAt(em, person);
  if (outcomes.length === 0) await noteAttempt(em, person, { outcome: claimOutcomes.REFUSED, record: null });
  for (const { record, outcome } of outcomes) {
    if (outcome === claimOutcomes.ACCEPTED) await acceptRecord(em, member, { person, record });
    else await noteAttempt(em, person, { outcome, record });
  }
}

/** Makes a record that has the person's address theirs, and tells them and its organisation. The office sees the try. */
export async function acceptRecord(
  em: Database,
  member: MemberIdentity,
  { person, record }: { readonly person: Confirmed; readonly record: Candidate },
): Promise<void> {
  await noteAttempt(em, person, { outcome: claimOutcomes.ACCEPTED, record });
  await linkRecord(em, person.viewer, [record.id, person.volunteerId]);
  await runStatement(
    em,
    'insert into record_disclosure (record_id, volunteer_id) values (?::uuid, ?::uuid) on conflict do nothing',
    [record.id, person.volunteerId],
  );
  // What is theirs is not offered to them any more.
  await runStatement(em, 'delete from record_offer where record_id = ?::uuid and is_mine is null', [record.id]);
  await writeMessage(em, {
    volunteerId: person.volunteerId,
    organizationId: record.organizationId,
    kind: messageKinds.RECORD_CLAIMED,
    subject: explain('record-claimed-subject'),
    body: explain('record-claimed-body'),
    sentAt: member.clock.now(),
  });
}

/** A record that has an address, and what becomes of it when whoever confirmed the address claims it. */
export interface Outcome {
  readonly record: Candidate;
  readonly outcome: ClaimOutcome;
}

/** What becomes of the records that have the address of a person and are not theirs yet. */
export async function outcomesAt(em: Database, person: Confirmed): Promise<Outcome[]> {
  const candidates = await recordsAt(em, person);
  const own: NormalizedRecord = {
    id: person.volunteerId,
    organizationId: '',
    localKey: '',
    values: normalizedValues(person),
    nationalNumberHashes: [],
    isUnique: false,
  };
  const agreeing = candidates.filter((record) => agree(own, record));
  const uniqueRegisters = agreeing.filter(({ isUnique }) => isUnique).map(({ organizationId }) => organizationId);
  const isCertain =
    !person.isMinor &&
    !person.isShared &&
    agreeing.length === candidates.length &&
    candidates.every(({ mayClaim }) => mayClaim) &&
    new Set(uniqueRegisters).size === uniqueRegisters.length;
  return candidates.map((record) => {
    if (isCertain) return { record, outcome: claimOutcomes.ACCEPTED };
    return { record, outcome: record.mayClaim ? claimOutcomes.UNSURE : claimOutcomes.TAKEN };
  });
}

/** Who confirmed an address; null for one that is not the person's any more, and for whoever is erased. */
export async function findConfirmed(em: Database, changeId: string): Promise<Confirmed | null> {
  const [found] = await runStatement<Confirmed>(
    em,
    `select v.id as "volunteerId", v.email, v.given_name as "givenName", v.family_name as "familyName", v.patronymic,
            v.birth_date::text as "birthDate", null as phone, c.confirmed_by as viewer, c.confirmed_by_issuer as issuer,
            is_minor(v.id) as "isMinor",
            exists (select from volunteer other where lower(other.email) = lower(v.email) and other.id <> v.id) as "isShared"
       from email_change c join volunteer v on v.id = c.volunteer_id
      where c.id = ?::uuid and c.confirmed_by is not null and c.email = v.email and app_unerased(v.id) is not null`,
    [changeId],
  );
  return found ?? null;
}

/** The records of organisations that may read now which have the address and are not the person's yet. */
function recordsAt(em: Database, person: Confirmed): Promise<Candidate[]> {
  const email = normalizedValues(person)[comparedValues.findIndex(({ name }) => name === 'email')] ?? '';
  return runStatement<Candidate>(
    em,
    `select record.id, record."organizationId", record."localKey", record."values", record."nationalNumberHashes",
            record."isUnique", may_claim(record.id, ?::uuid) as "mayClaim"
       from comparable_record at
       join linkage_record record on record.id = at.id and not record."isVolunteer"
      cross join lateral reading_organization(record."organizationId", null, null) reader
       join person_link link on link.record_id = record.id and link.valid_to is null
      where at.texts[6] = ? and at.texts[6] <> ''
        and link.person_id <> (
          select own.person_id from person_link own where own.record_id = ?::uuid and own.valid_to is null)
      order by record.id`,
    [person.volunteerId, email, person.volunteerId],
  );
}

/** Notes a try for the office to see. */
export async function noteAttempt(
  em: Database,
  { volunteerId, viewer, issuer }: Confirmed,
  { outcome, record }: { readonly outcome: ClaimOutcome; readonly record: Candidate | null },
): Promise<void> {
  await runStatement(
    em,
    `insert into claim_attempt (volunteer_id, viewer, viewer_issuer, way, outcome, organization_id, record_id)
     values (?::uuid, ?, ?, 'contact', ?, ?::uuid, ?::uuid)`,
    [volunteerId, viewer, issuer, outcome, record?.organizationId ?? null, record?.id ?? null],
  );
}
