import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { runStatement } from '@birlik/kernel/statement';
import { type Database, runAsOffice, idList } from '../person-link/run-as-office.service.js';
import { relink } from '../person-link/resolve-records.service.js';
import { ClericalDecisionEntity } from './clerical-decision.entity.js';
import { LinkageReviewEntity } from './linkage-review.entity.js';
import { explain } from '../../messages.js';

/**
 * Answers a question of the queue.
 *
 * @throws DomainError NOT_FOUND for a question that there is not, or that was answered meanwhile
 */
export function decideLinkageReview(
  context: RequestContext,
  { id, verdict }: { readonly id: string; readonly verdict: ClericalDecisionEntity['verdict'] },
): Promise<ClericalDecisionEntity> {
  return inLinkage(context, async (em, actor) => {
    const review = await em.findOne(LinkageReviewEntity, { id });
    if (!review) throw new DomainError('NOT_FOUND', explain('no-open-question'));
    const pair = [review.leftId, review.rightId] as const;
    const decision = await decide(em, { kind: 'review', verdict, pairs: [pair], actor });
    await relink(em, pair, { actor });
    return decision;
  });
}

/**
 * Makes two people one. The older volunteer's id stays; the other one keeps leading to it.
 *
 * @throws DomainError NOT_FOUND (a person), BAD_USER_INPUT (one person twice) or CONFLICT (found to be different before)
 */
export function mergePersons(context: RequestContext, one: string, other: string): Promise<ClericalDecisionEntity> {
  return inLinkage(context, async (em, actor) => {
    const [a, b] = [await recordsOf(em, one), await recordsOf(em, other)];
    if (a[0] === undefined || b[0] === undefined) throw new DomainError('NOT_FOUND', explain('no-such-person'));
    if (a[0] === b[0]) throw new DomainError('BAD_USER_INPUT', explain('one-person'));
    const apart = await runStatement(
      em,
      `select from clerical_decision where withdrawn_at is null and verdict = 'different'
          and (left_id = any(?::uuid[]) and right_id = any(?::uuid[])
            or left_id = any(?::uuid[]) and right_id = any(?::uuid[])) limit 1`,
      [idList(a), idList(b), idList(b), idList(a)],
    );
    if (apart.length > 0) {
      throw new DomainError('CONFLICT', explain('found-different'));
    }
    const decision = await decide(em, { kind: 'merge', verdict: 'same', pairs: [[a[0], b[0]]], actor });
    await relink(em, [a[0], b[0]], { actor });
    return decision;
  });
}

/**
 * Takes a record out of its person. Where a decision holds it there, that is withdrawn and nothing else changes; else the
 * office remembers that it is none of the person's other records.
 *
 * @throws DomainError NOT_FOUND (the record) or CONFLICT (it is alone)
 */
export function unmergeRecord(context: RequestContext, recordId: string): Promise<ClericalDecisionEntity> {
  return inLinkage(context, async (em, actor) => {
    const records = await recordsOf(em, recordId);
    if (!records.includes(recordId)) throw new DomainError('NOT_FOUND', explain('no-such-record'));
    const others = records.filter((id) => id !== recordId);
    if (others.length === 0) throw new DomainError('CONFLICT', explain('only-record'));
    const [holding] = await runStatement<{ decision_id: string }>(
      em,
      `select decision_id from clerical_decision
        where withdrawn_at is null and verdict = 'same' and ?::uuid in (left_id, right_id)
          and left_id = any(?::uuid[]) and right_id = any(?::uuid[])
        order by decision_id desc limit 1`,
      [recordId, idList(records), idList(records)],
    );
    const decision = holding
      ? await withdraw(em, holding.decision_id, actor)
      : await decide(em, {
          kind: 'unmerge',
          verdict: 'different',
          pairs: others.map((other) => [recordId, other] as const),
          actor,
        });
    await relink(em, records, { actor });
    return decision;
  });
}

/**
 * Takes a decision back: what it brought about is as if it had never been made.
 *
 * @throws DomainError NOT_FOUND for a decision that there is not, or that was withdrawn before
 */
export function withdrawLinkageDecision(context: RequestContext, id: string): Promise<ClericalDecisionEntity> {
  return inLinkage(context, async (em, actor) => {
    const records = await runStatement<{ id: string }>(
      em,
      `select unnest(array[left_id, right_id]) as id from clerical_decision
        where decision_id = ?::uuid and withdrawn_at is null`,
      [id],
    );
    if (records.length === 0) throw new DomainError('NOT_FOUND', explain('no-such-decision'));
    const decision = await withdraw(em, id, actor);
    await relink(
      em,
      records.map((record) => record.id),
      { actor },
    );
    return decision;
  });
}

function inLinkage<Result>(
  context: RequestContext,
  change: (em: Database, actor: string) => Promise<Result>,
): Promise<Result> {
  return context.em.transactional(async (em) => {
    await runAsOffice(em);
    return change(em, context.requireViewer().sub);
  });
}

/** The records of the person that has this id, or to whom the record with this id belongs; the first one first. */
async function recordsOf(em: Database, id: string): Promise<readonly string[]> {
  const rows = await runStatement<{ id: string }>(
    em,
    `select record_id as id from person_link
      where valid_to is null and person_id in (
        select person_id from person_link where valid_to is null and ?::uuid in (person_id, record_id))
      order by record_id`,
    [id],
  );
  return rows.map((row) => row.id);
}

interface NewDecision {
  readonly kind: ClericalDecisionEntity['kind'];
  readonly verdict: ClericalDecisionEntity['verdict'];
  readonly pairs: readonly (readonly [string, string])[];
  readonly actor: string;
}

/** Remembers a verdict on each of the pairs as one decision; it replaces an undecided one on the same pair. */
export async function decide(
  em: Database,
  { kind, verdict, pairs, actor }: NewDecision,
): Promise<ClericalDecisionEntity> {
  const decisionId = newId();
  const rows = JSON.stringify(
    pairs.map((pair) => [newId(), ...pair.toSorted()]).map(([id, left, right]) => ({ id, left, right })),
  );
  await runStatement(
    em,
    `update clerical_decision set withdrawn_at = now(), withdrawn_by = ?
      where withdrawn_at is null and verdict = 'unsure' and (left_id, right_id) in (
        select "left", "right" from jsonb_to_recordset(?::jsonb) as pair ("left" uuid, "right" uuid))`,
    [actor, rows],
  );
  await runStatement(
    em,
    `with pair as (
       select * from jsonb_to_recordset(?::jsonb) as pair (id uuid, "left" uuid, "right" uuid)
     ), decided as (
       insert into clerical_decision (decision_id, left_id, right_id, kind, verdict, decided_by)
       select ?::uuid, "left", "right", ?, ?, ? from pair
     )
     insert into linkage_event (id, kind, actor, record_id, other_record_id, decision_id, verdict)
     select id, 'decided', ?, "left", "right", ?::uuid, ? from pair`,
    [rows, decisionId, kind, verdict, actor, actor, decisionId, verdict],
  );
  return findDecision(em, decisionId);
}

async function withdraw(em: Database, decisionId: string, actor: string): Promise<ClericalDecisionEntity> {
  const withdrawn = await runStatement<{ left: string; right: string }>(
    em,
    `update clerical_decision set withdrawn_at = now(), withdrawn_by = ?
      where decision_id = ?::uuid and withdrawn_at is null
      returning left_id as "left", right_id as "right"`,
    [actor, decisionId],
  );
  const rows = withdrawn.map((pair) => ({ ...pair, id: newId() }));
  await runStatement(
    em,
    `insert into linkage_event (id, kind, actor, record_id, other_record_id, decision_id)
     select id, 'withdrawn', ?, "left", "right", ?::uuid
       from jsonb_to_recordset(?::jsonb) as pair (id uuid, "left" uuid, "right" uuid)`,
    [actor, decisionId, JSON.stringify(rows)],
  );
  return findDecision(em, decisionId);
}

async function findDecision(em: Database, id: string): Promise<ClericalDecisionEntity> {
  const [decision] = await em.find(ClericalDecisionEntity, { id }, { limit: 1 });
  if (!decision) throw new Error('A decision that was just written is not there.');
  return decision;
}
