import { defineLoader, groupByKey, indexByKey } from '@birlik/kernel/loader';
import { arrayLiteral, runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { GovernanceBodyEntity } from './governance-body.entity.js';
import { GovernanceMandateEntity } from './governance-mandate.entity.js';
import { GovernanceMinutesEntity } from './governance-minutes.entity.js';
import { GovernanceMotionEntity } from './governance-motion.entity.js';
import { GovernanceVoteEntity } from './governance-vote.entity.js';

/** Bodies by their ids. */
export const bodyById = defineLoader<string, GovernanceBodyEntity | null, RequestContext>(async (ids, { em }) =>
  indexByKey(ids, await em.find(GovernanceBodyEntity, { id: { $in: [...ids] } }), ({ id }) => id),
);

/** The mandates of a body, in the order in which they were given. */
export const mandatesByBody = defineLoader<string, GovernanceMandateEntity[], RequestContext>(async (ids, { em }) => {
  const rows = await em.find(GovernanceMandateEntity, { bodyId: { $in: [...ids] } }, { orderBy: [{ id: 'asc' }] });
  return groupByKey(ids, rows, ({ bodyId }) => bodyId);
});

/** The motions of a meeting, in the order in which they were put. */
export const motionsByMeeting = defineLoader<string, GovernanceMotionEntity[], RequestContext>(async (ids, { em }) => {
  const rows = await em.find(GovernanceMotionEntity, { meetingId: { $in: [...ids] } }, { orderBy: [{ id: 'asc' }] });
  return groupByKey(ids, rows, ({ meetingId }) => meetingId);
});

/** The versions of a meeting's minutes, the newest first. */
export const minutesByMeeting = defineLoader<string, GovernanceMinutesEntity[], RequestContext>(async (ids, { em }) => {
  const where = { meetingId: { $in: [...ids] } };
  const rows = await em.find(GovernanceMinutesEntity, where, { orderBy: [{ version: 'desc' }] });
  return groupByKey(ids, rows, ({ meetingId }) => meetingId);
});

/** The votes of a motion, in the order in which they were cast. */
export const votesByMotion = defineLoader<string, GovernanceVoteEntity[], RequestContext>(async (ids, { em }) => {
  const rows = await em.find(GovernanceVoteEntity, { motionId: { $in: [...ids] } }, { orderBy: [{ id: 'asc' }] });
  return groupByKey(ids, rows, ({ motionId }) => motionId);
});

/** Whose voices are at a meeting, and who speaks with them. */
export interface Voice {
  readonly mandateId: string;
  readonly heldBy: string;
}

/** The voices at a meeting: those who are there, and those who passed theirs on. */
export const voicesByMeeting = defineLoader<string, Voice[], RequestContext>(async (ids, { em }) => {
  const rows = await runStatement<Voice & { meeting: string }>(
    em,
    `select meeting_id as meeting, mandate_id as "mandateId", mandate_id as "heldBy" from governance_presence
      where meeting_id = any(?::uuid[])
     union all
     select meeting_id, giver_id, holder_id from governance_proxy where meeting_id = any(?::uuid[]) and ended_at is null
      order by 2`,
    [arrayLiteral(ids), arrayLiteral(ids)],
  );
  return groupByKey(ids, rows, ({ meeting }) => meeting);
});

/** Whether the viewer reads a body's records by a mandate that is live now: its own or the audit commission's. */
export const readsBody = defineLoader<string, boolean, RequestContext>(async (ids, { em }) => {
  const rows = await runStatement<{ id: string }>(
    em,
    `select id from governance_body
      where id = any(?::uuid[]) and (app_mandate(id) is not null or app_audits(organization_id))`,
    [arrayLiteral(ids)],
  );
  const readable = new Set(rows.map(({ id }) => id));
  return ids.map((id) => readable.has(id));
});

/** The viewer's mandate by which they act at a body, or null. */
export const actsByBody = defineLoader<string, string | null, RequestContext>(async (ids, { em }) => {
  const rows = await runStatement<{ body: string; mandate: string | null }>(
    em,
    'select body, app_acts_by(body) as mandate from unnest(?::uuid[]) as asked (body)',
    [arrayLiteral(ids)],
  );
  return ids.map((id) => rows.find(({ body }) => body === id)?.mandate ?? null);
});
