import { newId } from '@birlik/kernel/identifier';
import { meetAtLock } from '@birlik/test/testkit/lock-gate';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assembly, type Seat } from '../../testing/assembly.js';
import { member as subgraph } from '../member.js';

let member: TestMember;
let house: ReturnType<typeof assembly>;

beforeAll(async () => {
  member = await startMember(subgraph);
  house = assembly(member);
});
afterAll(() => member.close());

const give = (bodyId: string, { person, from, to }: { person: string; from: string; to: string }) =>
  house.mutate(
    house.officer,
    `giveGovernanceMandate(input: { bodyId: "${bodyId}", volunteerId: "${person}", startsAt: "${from}", endsAt: "${to}" })`,
    'GovernanceMandate',
  );

/** What a viewer reads of a body's records. */
async function read(as: Viewer, bodyId: string) {
  const { data } = await member.query<{ meetings: { nodes: object[] }; mandates: { nodes: object[] } }>(
    `{ meetings: governanceMeetings(bodyId: "${bodyId}") { nodes { id motions { text } } }
       mandates: governanceMandates(bodyId: "${bodyId}") { nodes { id } } }`,
    { as, language: 'en' },
  );
  return { meetings: data?.meetings.nodes.length, mandates: data?.mandates.nodes.length };
}

describe('a mandate', () => {
  test('is one of a person in a body at a time, also for two officers at once, and follows upon another one', async () => {
    const [bodyId, person] = [await house.body(), newId()];
    const year = (from: number, to = from + 1) => ({
      person,
      from: `${from}-01-01T00:00:00Z`,
      to: `${to}-01-01T00:00:00Z`,
    });
    expect(await give(bodyId, year(2028, 2027))).toEqual({ code: 'BAD_USER_INPUT' });
    expect(await give(bodyId, year(2027))).toMatchObject({ isLive: false });
    expect(await give(bodyId, year(2026, 2028))).toEqual({ code: 'CONFLICT' });
    expect(await give(bodyId, year(2028))).toMatchObject({ isLive: false });
    const answers = await meetAtLock(
      member,
      { hold: ['select from governance_body where id = $1 for update', bodyId] },
      [() => give(bodyId, year(2030)), () => give(bodyId, year(2030))],
    );
    expect(answers.map(({ code }) => code ?? 'given').toSorted()).toEqual(['CONFLICT', 'given']);
  });

  test('ends now, once; one that has not begun never gives a right', async () => {
    const bodyId = await house.body();
    const [now, later] = [await house.seat(bodyId), newId()];
    const end = (id: unknown) =>
      house.mutate(house.officer, `endGovernanceMandate(mandateId: "${String(id)}")`, 'GovernanceMandate');
    expect(await end(now.mandate)).toMatchObject({ isLive: false });
    expect(await end(now.mandate)).toEqual({ code: 'CONFLICT' });
    const times = { person: later, from: '2036-01-01T00:00:00Z', to: '2037-01-01T00:00:00Z' };
    const { id } = await give(bodyId, times);
    expect(await end(id)).toMatchObject({ endsAt: '2036-01-01T00:00:00.000Z' });
    expect(await give(bodyId, times)).toMatchObject({ isLive: false });
  });

  test('is not of another organisation', async () => {
    const bodyId = await house.body();
    const stranger = officerViewer(newId());
    const call = `giveGovernanceMandate(input: { bodyId: "${bodyId}", volunteerId: "${newId()}", startsAt: "2027-01-01T00:00:00Z", endsAt: "2028-01-01T00:00:00Z" })`;
    expect(await house.mutate(stranger, call, 'GovernanceMandate')).toEqual({ code: 'NOT_FOUND' });
    expect(await house.mutate(volunteerViewer(newId()), call, 'GovernanceMandate')).toEqual({ code: 'FORBIDDEN' });
  });
});

describe('at the boundary', () => {
  /**
   * Does something in the database at one instant, `app_now()` of a transaction, when a mandate begins or ends so far from it.
   *
   * @returns the constraint that refuses it, or null
   */
  async function atInstant(
    seat: Seat,
    bounds: { starts?: string; ends?: string },
    statement: readonly [string, ...unknown[]],
  ) {
    const client = await member.owner.connect();
    const [sql, ...values] = statement;
    try {
      await client.query('begin');
      await client.query('alter table governance_mandate disable trigger governance_mandate_keep');
      await client.query(
        `update governance_mandate set starts_at = app_now() + $2::interval, ends_at = app_now() + $3::interval where id = $1`,
        [seat.mandate, bounds.starts ?? '-1 day', bounds.ends ?? '1 day'],
      );
      await client.query(`select set_config('app.volunteer', $1, true)`, [seat.person]);
      return await client.query(sql, values).then(
        ({ rows }) => (rows[0] as { says?: unknown } | undefined)?.says ?? null,
        (error: { constraint?: string }) => error.constraint,
      );
    } finally {
      await client.query('rollback');
      client.release();
    }
  }
  const cases = [
    { at: 'the first instant', bounds: { starts: '0' }, lives: true },
    { at: 'the instant before', bounds: { starts: '1 microsecond' }, lives: false },
    { at: 'the last instant', bounds: { ends: '1 microsecond' }, lives: true },
    { at: 'the instant after', bounds: { ends: '0' }, lives: false },
  ];

  test.each(cases)(
    '$at: whether one reads, comes, votes, gives and holds a proxy is $lives',
    async ({ bounds, lives }) => {
      const { id, bodyId, members } = await house.meeting(2, { proxies: 2 });
      const [one, other] = members;
      if (!one || !other) throw new Error('Two sit there.');
      await house.attend(other, id);
      const motion = await house.vote(id);
      const refused = lives ? null : 'governance_mandate_live';
      const row = '(id, organization_id, body_id, meeting_id';
      const of = 'select uuidv7(), organization_id, body_id, id';
      const attempt = (...statement: readonly [string, ...unknown[]]) => atInstant(one, bounds, statement);
      expect(await attempt('select app_mandate($1) as says', bodyId)).toBe(lives ? one.mandate : null);
      const come = `insert into governance_presence ${row}, mandate_id) ${of}, $2 from governance_meeting where id = $1`;
      expect(await attempt(come, id, one.mandate)).toBe(refused);
      const pass = `insert into governance_proxy ${row}, giver_id, holder_id) ${of}, $2, $3 from governance_meeting where id = $1`;
      expect(await attempt(pass, id, one.mandate, other.mandate)).toBe(refused);
      await house.attend(one, id);
      const cast = `insert into governance_vote (id, organization_id, body_id, motion_id, mandate_id, cast_by, choice)
      ${of}, $2, $2, 'for' from governance_motion where id = $1`;
      expect(await attempt(cast, motion, one.mandate)).toBe(refused);
    },
  );

  test.each(cases)('$at: whether somebody holds a voice and speaks with it is $lives', async ({ bounds, lives }) => {
    const { id, members } = await house.meeting(2);
    const [holder, giver] = members;
    if (!holder || !giver) throw new Error('Two sit there.');
    const refused = lives ? null : 'governance_mandate_live';
    const pass = `insert into governance_proxy (id, organization_id, body_id, meeting_id, giver_id, holder_id)
      select uuidv7(), organization_id, body_id, id, $2, $3 from governance_meeting where id = $1`;
    expect(await atInstant(holder, bounds, [pass, id, giver.mandate, holder.mandate])).toBe(refused);
    await house.attend(holder, id);
    await house.pass(giver, { id, to: holder });
    const motion = await house.vote(id);
    const cast = `insert into governance_vote (id, organization_id, body_id, motion_id, mandate_id, cast_by, choice)
      select uuidv7(), organization_id, body_id, id, $2, $3, 'for' from governance_motion where id = $1`;
    // The holder's mandate, and then the giver's.
    expect(await atInstant(holder, bounds, [cast, motion, giver.mandate, holder.mandate])).toBe(refused);
    expect(await atInstant(giver, bounds, [cast, motion, giver.mandate, holder.mandate])).toBe(refused);
  });

  test('whoever’s mandate has ended reads, attends, gives and votes no more, by the clock of the domain', async () => {
    const { id, bodyId, members } = await house.meeting(2);
    const [one, other] = members;
    if (!one || !other) throw new Error('Two sit there.');
    await house.attend(one, id);
    const motion = await house.vote(id);
    expect(await read(one.viewer, bodyId)).toEqual({ meetings: 1, mandates: 2 });
    expect(await house.cast(one, { id: motion })).toMatchObject({ status: 'OPEN' });
    await house.mutate(house.officer, `endGovernanceMandate(mandateId: "${other.mandate}")`, 'GovernanceMandate');
    expect(await read(other.viewer, bodyId)).toEqual({ meetings: 0, mandates: 1 });
    for (const refusal of [await house.attend(other, id), await house.pass(other, { id, to: one })]) {
      expect(refusal).toEqual({ code: 'NOT_FOUND' });
    }
    expect(await house.cast(other, { id: motion })).toEqual({ code: 'NOT_FOUND' });
    // Whoever voted while the mandate was live has voted.
    await house.mutate(house.officer, `endGovernanceMandate(mandateId: "${one.mandate}")`, 'GovernanceMandate');
    expect(await house.close(motion)).toMatchObject({ votesFor: 1, present: 1, mandates: 1, outcome: 'CARRIED' });
  });
});

describe('the audit commission', () => {
  test('reads the records of every body and changes none but its own, also who sits in both', async () => {
    const audit = await house.body({ function: 'supervisory' });
    const { id, bodyId, members } = await house.meeting(2);
    const [both, other] = members;
    if (!both || !other) throw new Error('Two sit there.');
    const auditor = await house.seat(audit);
    expect(await read(auditor.viewer, bodyId)).toEqual({ meetings: 1, mandates: 2 });
    await house.attend(both, id);
    const motion = await house.vote(id);
    const auditing = await house.seat(audit, both.person);
    expect(await house.cast(both, { id: motion })).toEqual({ code: 'FORBIDDEN' });
    expect(await house.pass(both, { id, to: other })).toEqual({ code: 'FORBIDDEN' });
    const { id: next } = await house.plan(bodyId);
    await house.run(house.officer, `openGovernanceMeeting(meetingId: "${next}")`);
    expect(await house.attend(both, String(next))).toEqual({ code: 'FORBIDDEN' });
    expect(await house.attend(auditor, String(next))).toEqual({ code: 'FORBIDDEN' });
    const { id: own } = await house.plan(audit);
    await house.run(house.officer, `openGovernanceMeeting(meetingId: "${own}")`);
    expect(await house.attend(auditing, String(own))).toMatchObject({ actsBy: auditing.mandate });
    await house.mutate(house.officer, `endGovernanceMandate(mandateId: "${auditing.mandate}")`, 'GovernanceMandate');
    expect(await house.cast(both, { id: motion })).toMatchObject({ status: 'OPEN' });
  });

  test('nobody outside reads a meeting or a motion, not even an organisation that is another one', async () => {
    const { id, bodyId } = await house.meeting(1);
    await house.vote(id);
    const strangers = [
      volunteerViewer(newId()),
      officerViewer(newId()),
      officerViewer(String(house.officer.organizationId), ['viewer']),
    ];
    for (const as of strangers) {
      expect(await read(as, bodyId)).toEqual({ meetings: 0, mandates: 0 });
      const { data } = await member.query(`{ governanceMeeting(meetingId: "${id}") { id } }`, { as, language: 'en' });
      expect(data).toEqual({ governanceMeeting: null });
    }
    expect(await read(house.officer, bodyId)).toEqual({ meetings: 1, mandates: 1 });
  });
});
