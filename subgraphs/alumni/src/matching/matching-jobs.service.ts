import { inEveryLanguage } from '@birlik/kernel/localized';
import { type ClaimedJob, defineJobKind, type JobKind } from '@birlik/kernel/queue';
import { runStatement } from '@birlik/kernel/statement';
import { MatchingError } from '@birlik/matching/problem';
import type { Message } from '@birlik/messages/message';
import type { MemberIdentity, RequestContext } from '@birlik/trust/context';
import type { NoticeKind } from '@birlik/trust/message-notice';
import { explain } from '../messages.js';
import { pairKey } from './matching-candidates.service.js';
import { type DraftSolution, solveDraft } from './matching-solution.service.js';

type Database = RequestContext['em'];

export const solveDraftJob = 'solve a matching draft';

/** How often the row of a draft says how far it is, and is asked whether it still is to be solved. */
const reportMs = 200;

/** For how long a draft is solved at most: shorter than a job is claimed. */
const mostSolveMs = 25_000;

/** How often a draft is tried. */
const mostAttempts = 3;

class DraftCancelled extends Error {}

type Solved = DraftSolution | { readonly failure: string } | null;

/** Finds the pairs of a draft in a thread of its own. @returns null when the draft was cancelled or there is none */
async function solve(em: Database, { payload, attempt }: ClaimedJob): Promise<Solved> {
  const draftId = String(payload['draft']);
  const [found] = await runStatement<{ round: string }>(
    em,
    `select round_id as round from matching_draft where id = ? and status = 'solving'`,
    [draftId],
  );
  if (!found) return null;
  const cancelled = new AbortController();
  let percent = 0;
  const report = async () => {
    const still = await runStatement(
      em,
      `update matching_draft set progress = ? where id = ? and status = 'solving' returning id`,
      [percent, draftId],
    );
    if (still.length === 0) cancelled.abort(new DraftCancelled());
  };
  let reporting = Promise.resolve();
  const timer = setInterval(() => {
    // A failed report is tried again with the next one.
    reporting = reporting.then(report).catch(() => {});
  }, reportMs);
  try {
    const signal = AbortSignal.any([cancelled.signal, AbortSignal.timeout(mostSolveMs)]);
    const onProgress = (done: number, of: number) => {
      percent = Math.floor((100 * done) / Math.max(of, 1));
    };
    return await solveDraft(em, { draftId, roundId: found.round }, { signal, onProgress });
  } catch (error) {
    if (error instanceof DraftCancelled) return null;
    if (error instanceof MatchingError) return { failure: error.code };
    if (error instanceof DOMException && error.name === 'TimeoutError') return { failure: 'TOO_LARGE' };
    // Nobody waits for a draft that no attempt is left for: another one can be begun.
    if (attempt >= mostAttempts) await giveUp(em, draftId);
    throw error;
  } finally {
    clearInterval(timer);
    await reporting;
  }
}

async function giveUp(em: Database, draftId: string): Promise<void> {
  await runStatement(
    em,
    `update matching_draft set status = 'failed', failure = 'NOT_SOLVED', ended_at = app_now() where id = ? and status = 'solving'`,
    [draftId],
  );
}

/** Writes down what was found, unless the draft was cancelled in the meantime. */
async function writeDown(em: Database, draftId: string, solved: Solved): Promise<void> {
  if (solved === null) return;
  const open = await runStatement(em, `select id from matching_draft where id = ? and status = 'solving' for update`, [
    draftId,
  ]);
  if (open.length === 0) return;
  if ('failure' in solved) {
    await runStatement(
      em,
      `update matching_draft set status = 'failed', failure = ?, ended_at = app_now() where id = ?`,
      [solved.failure, draftId],
    );
    return;
  }
  const { matching, draft, candidates, withoutCandidate } = solved;
  const pairs = matching.pairs.map(({ menteeId, mentorId, isLocked, nextBest }) => ({
    ...candidates.get(pairKey(menteeId, mentorId)),
    menteeId,
    mentorId,
    menteeAssociation: draft.associations.get(menteeId) ?? null,
    mentorAssociation: draft.associations.get(mentorId) ?? null,
    isLocked,
    nextBest: nextBest?.mentorId ?? null,
    lostPairs: nextBest?.lostPairs ?? null,
    lostScore: nextBest?.lostScore ?? null,
  }));
  await runStatement(
    em,
    `insert into matching_pair (organization_id, round_id, draft_id, mentee_entry_id, mentor_entry_id, mentee_association_id, mentor_association_id,
                                goal_points, field_points, language_points, country_points, repeat_points, score,
                                is_locked, next_best_entry_id, lost_pairs, lost_score)
     select d.organization_id, d.round_id, d.id, p."menteeId", p."mentorId", p."menteeAssociation", p."mentorAssociation",
            p.goals, p.fields, p.languages, p.country, p.repeat, p.goals + p.fields + p.languages + p.country + p.repeat,
            p."isLocked", p."nextBest", p."lostPairs", p."lostScore"
       from matching_draft d, jsonb_to_recordset(?::jsonb) as p
            ("menteeId" uuid, "mentorId" uuid, "menteeAssociation" uuid, "mentorAssociation" uuid, goals int, fields int,
             languages int, country int, repeat int, "isLocked" boolean, "nextBest" uuid, "lostPairs" int, "lostScore" int)
      where d.id = ?
        -- Whoever was erased in the meantime is in no pair.
        and exists (select from matching_entry where id = p."menteeId") and exists (select from matching_entry where id = p."mentorId")`,
    [JSON.stringify(pairs), draftId],
  );
  await runStatement(
    em,
    `update matching_draft set status = 'ready', progress = 100, total = ?, without_candidate = ?, ended_at = app_now() where id = ?`,
    [matching.total, withoutCandidate, draftId],
  );
}

interface Text {
  readonly kind: NoticeKind;
  readonly subject: Message;
  readonly body: Message;
}

const texts = {
  toMentor: {
    kind: 'mentorship-asked',
    subject: explain('round-asks-mentor-subject'),
    body: explain('round-asks-mentor-body'),
  },
  toMentee: {
    kind: 'mentorship-answered',
    subject: explain('round-found-mentor-subject'),
    body: explain('round-found-mentor-body'),
  },
  unmatched: {
    kind: 'mentorship-answered',
    subject: explain('round-found-nobody-subject'),
    body: explain('round-found-nobody-body'),
  },
  expired: {
    kind: 'mentorship-ended',
    subject: explain('mentorship-expired-subject'),
    body: explain('mentorship-expired-body'),
  },
} as const satisfies Record<string, Text>;

/** Writes one text to each person of a statement's rows, in one statement. */
async function writeToEach(
  em: Database,
  { clock }: MemberIdentity,
  { kind, subject, body }: Text,
  people: { readonly sql: string; readonly parameters: readonly unknown[] },
): Promise<void> {
  const inAll = (text: Message) => JSON.stringify(inEveryLanguage((language) => text.in(language)));
  await runStatement(
    em,
    `insert into message (id, organization_id, volunteer_id, kind, subject, body, sent_at)
     select uuidv7(), organization_id, volunteer_id, ?, ?::jsonb, ?::jsonb, ?::timestamptz from (${people.sql}) told`,
    [kind, inAll(subject), inAll(body), clock.now().toISOString(), ...people.parameters],
  );
}

/** Tells everybody of a round that was published: each once, a mentor of several mentees too. */
async function tellOfRound(em: Database, member: MemberIdentity, roundId: string): Promise<void> {
  const pairs = `select distinct on (e.volunteer_id) p.organization_id, e.volunteer_id
      from matching_pair p join matching_entry e on p.round_id = ? and e.id =`;
  const parameters = [roundId];
  const asked = `where p.outcome = 'asked'`;
  await writeToEach(em, member, texts.toMentor, { sql: `${pairs} p.mentor_entry_id ${asked}`, parameters });
  await writeToEach(em, member, texts.toMentee, { sql: `${pairs} p.mentee_entry_id ${asked}`, parameters });
  await writeToEach(em, member, texts.unmatched, {
    sql: `select e.organization_id, e.volunteer_id from matching_entry e
           where e.round_id = ? and e.role = 'mentee' and e.left_at is null and not exists (
             select from matching_pair p where p.mentee_entry_id = e.id and p.outcome = 'asked')`,
    parameters,
  });
}

/** Closes a round: what no mentor answered ends, and both are told. */
async function closeRound(em: Database, member: MemberIdentity, roundId: string): Promise<void> {
  const [closed] = await runStatement<{ ended: string[] }>(
    em,
    `select array(select close_matching_round(?))::text[] as ended`,
    [roundId],
  );
  const ended = closed?.ended ?? [];
  if (ended.length === 0) return;
  await writeToEach(em, member, texts.expired, {
    sql: `select p.organization_id, e.volunteer_id from matching_pair p
            join matching_entry e on e.id in (p.mentee_entry_id, p.mentor_entry_id)
           where p.mentorship_id = any(?::uuid[])`,
    parameters: [`{${ended.join(',')}}`],
  });
}

/** The jobs of matching rounds. */
export function matchingJobs(member: MemberIdentity): readonly JobKind[] {
  return [
    defineJobKind<Solved>({
      name: solveDraftJob,
      mostAttempts,
      prepare: solve,
      run: (em, { payload }, solved) => writeDown(em, String(payload['draft']), solved),
    }),
    {
      name: 'tell of a published round',
      run: (em, { payload }) => tellOfRound(em, member, String(payload['round'])),
    },
    { name: 'close a matching round', run: (em, { payload }) => closeRound(em, member, String(payload['round'])) },
  ];
}
