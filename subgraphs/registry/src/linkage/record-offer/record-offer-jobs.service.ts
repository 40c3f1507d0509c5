import type { JobKind } from '@birlik/kernel/queue';
import { runStatement } from '@birlik/kernel/statement';
import type { MemberIdentity } from '@birlik/trust/context';
import { messageKinds } from '../../message/message.entity.js';
import { writeMessage } from '../../message/message.service.js';
import { explain } from '../../messages.js';
import { recordOfferJob } from '../../people/own-facts/email-change.service.js';
import {
  acceptRecord,
  type Confirmed,
  findConfirmed,
  noteAttempt,
  outcomesAt,
} from '../address-claim/address-claim.service.js';
import { claimOutcomes } from '../invitation/claim-attempt.entity.js';
import { decide } from '../linkage-review/clerical-decision.service.js';
import { relink } from '../person-link/resolve-records.service.js';
import { type Database, runAsOffice } from '../person-link/run-as-office.service.js';
import { offerAnswerJob } from './record-offer.service.js';

/** How records are offered and what follows from answers, as jobs of the registry's process. */
export const recordOfferJobs = (member: MemberIdentity): JobKind[] => [
  { name: recordOfferJob, run: (em, job) => offerRecords(em, member, String(job.payload['change'])) },
  { name: offerAnswerJob, run: (em, job) => followAnswer(em, member, String(job.payload['offer'])) },
];

/** What is noted of whoever acts is noted with the issuer that names them so. */
async function actAs(em: Database, issuer: string): Promise<void> {
  await runStatement(em, `select set_config('app.issuer', ?, true)`, [issuer]);
}

/**
 * Asks whoever confirmed an address whether the records are theirs that have come with it since: those that the address would claim if
 * it were confirmed now. Of all others the office learns, as it does then. Nobody is linked, and the organisation hears nothing.
 */
async function offerRecords(em: Database, member: MemberIdentity, changeId: string): Promise<void> {
  await runAsOffice(em);
  const person = await findConfirmed(em, changeId);
  if (!person) return;
  await actAs(em, person.issuer);
  const outcomes = await outcomesAt(em, person);
  for (const { record, outcome } of outcomes) {
    if (outcome === claimOutcomes.ACCEPTED) continue;
    const known = await runStatement(
      em,
      'select from claim_attempt where volunteer_id = ?::uuid and record_id = ?::uuid and outcome = ? limit 1',
      [person.volunteerId, record.id, outcome],
    );
    if (known.length === 0) await noteAttempt(em, person, { outcome, record });
  }
  const certain = outcomes.filter(({ outcome }) => outcome === claimOutcomes.ACCEPTED);
  const offered = certain.map(({ record: { id, organizationId } }) => ({ id, organizationId }));
  if (!(await keepOffers(em, person, { changeId, offered }))) return;
  await writeMessage(em, {
    volunteerId: person.volunteerId,
    // Of an organisation's messages it learns what became, and of this one that would be whose the address is.
    organizationId: null,
    kind: messageKinds.RECORD_OFFERED,
    subject: explain('record-offered-subject'),
    body: explain('record-offered-body'),
    sentAt: member.clock.now(),
  });
}

/** Writes down what is offered; gives whether there is something new and nothing else has waited. */
async function keepOffers(
  em: Database,
  { volunteerId }: Confirmed,
  {
    changeId,
    offered,
  }: {
    readonly changeId: string;
    readonly offered: readonly { readonly id: string; readonly organizationId: string }[];
  },
): Promise<boolean> {
  const [row] = await runStatement<{ news: boolean }>(
    em,
    `with waiting as (
       select from record_offer where volunteer_id = ?::uuid and is_mine is null
     ), kept as (
       insert into record_offer as known (volunteer_id, record_id, organization_id, change_id)
       select ?::uuid, id, "organizationId", ?::uuid
         from jsonb_to_recordset(?::jsonb) as one (id uuid, "organizationId" uuid)
       on conflict (volunteer_id, record_id) do update set change_id = excluded.change_id where known.is_mine is null
       returning 1
     )
     select exists (select from kept) and not exists (select from waiting) as news`,
    [volunteerId, volunteerId, changeId, JSON.stringify(offered)],
  );
  return row?.news === true;
}

interface Answered {
  readonly recordId: string;
  readonly changeId: string;
  readonly isMine: boolean;
  readonly viewer: string;
  readonly issuer: string | null;
}

/**
 * Makes a record that the person calls theirs theirs, if the address would still claim it, and keeps one that they call somebody else's
 * apart from them. The office sees either, and decides where it has become unsure.
 */
async function followAnswer(em: Database, member: MemberIdentity, offerId: string): Promise<void> {
  await runAsOffice(em);
  const [answer] = await runStatement<Answered>(
    em,
    `select record_id as "recordId", change_id as "changeId", is_mine as "isMine", answered_by as viewer,
            answered_by_issuer as issuer
       from record_offer where id = ?::uuid and is_mine is not null`,
    [offerId],
  );
  const confirmed = answer && (await findConfirmed(em, answer.changeId));
  if (!answer || !confirmed) return;
  const person: Confirmed = { ...confirmed, viewer: answer.viewer, issuer: answer.issuer ?? confirmed.issuer };
  await actAs(em, person.issuer);
  const found = (await outcomesAt(em, person)).find(({ record }) => record.id === answer.recordId);
  if (!found) return;
  const { record, outcome } = found;
  if (!answer.isMine) {
    const pair = [record.id, person.volunteerId] as const;
    await noteAttempt(em, person, { outcome: claimOutcomes.REFUSED, record });
    await decide(em, { kind: 'claim', verdict: 'different', pairs: [pair], actor: person.viewer });
    await relink(em, pair, { actor: person.viewer });
  } else if (outcome === claimOutcomes.ACCEPTED) {
    await acceptRecord(em, member, { person, record });
  } else {
    await noteAttempt(em, person, { outcome, record });
  }
}
