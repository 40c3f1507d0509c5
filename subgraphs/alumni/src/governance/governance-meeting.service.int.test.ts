import { meetAtLock } from '@birlik/test/testkit/lock-gate';
import { startMember, type TestMember } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assembly } from '../../testing/assembly.js';
import { member as subgraph } from '../member.js';

let member: TestMember;
let house: ReturnType<typeof assembly>;

beforeAll(async () => {
  member = await startMember(subgraph);
  house = assembly(member);
});
afterAll(() => member.close());

describe('a vote', () => {
  test.each([
    { there: 2, quorum: 50, outcome: 'CARRIED' },
    { there: 2, quorum: 51, outcome: 'NO_QUORUM' },
    { there: 3, quorum: 75, outcome: 'CARRIED' },
    { there: 3, quorum: 76, outcome: 'NO_QUORUM' },
    { there: 1, quorum: 26, outcome: 'NO_QUORUM' },
  ])('of $there of four with a quorum of $quorum percent is $outcome', async ({ there, quorum, outcome }) => {
    const { id, members } = await house.meeting(4, { quorum });
    const present = members.slice(0, there);
    for (const one of present) await house.attend(one, id);
    const motion = await house.vote(id);
    for (const one of present) expect(await house.cast(one, { id: motion })).toMatchObject({ status: 'OPEN' });
    expect(await house.close(motion)).toMatchObject({ outcome, present: there, mandates: 4, votesFor: there });
  });

  test.each([
    { majority: 'SIMPLE', choices: ['FOR', 'AGAINST'], outcome: 'LOST' },
    { majority: 'SIMPLE', choices: ['FOR', 'FOR', 'AGAINST'], outcome: 'CARRIED' },
    { majority: 'SIMPLE', choices: ['FOR', 'ABSTAIN', 'ABSTAIN'], outcome: 'CARRIED' },
    { majority: 'SIMPLE', choices: ['ABSTAIN', 'ABSTAIN'], outcome: 'LOST' },
    { majority: 'TWO_THIRDS', choices: ['FOR', 'FOR', 'AGAINST'], outcome: 'CARRIED' },
    { majority: 'TWO_THIRDS', choices: ['FOR', 'FOR', 'FOR', 'AGAINST', 'AGAINST'], outcome: 'LOST' },
    { majority: 'TWO_THIRDS', choices: ['ABSTAIN', 'ABSTAIN'], outcome: 'LOST' },
  ])('by $majority with $choices is $outcome', async ({ majority, choices, outcome }) => {
    const { id, members } = await house.meeting(choices.length);
    const motion = await house.vote(id, majority);
    for (const [index, one] of members.entries()) {
      await house.attend(one, id);
      await house.cast(one, { id: motion, choice: choices[index] ?? '' });
    }
    expect(await house.close(motion)).toMatchObject({ outcome, status: 'CLOSED' });
  });

  test('is cast once by each, by who is there, as long as it is open', async () => {
    const { id, members } = await house.meeting(2);
    const [one, absent] = members;
    if (!one || !absent) throw new Error('Two sit there.');
    await house.attend(one, id);
    const motion = await house.vote(id);
    expect(await house.cast(absent, { id: motion })).toEqual({ code: 'CONFLICT' });
    await house.cast(one, { id: motion });
    expect(await house.cast(one, { id: motion, choice: 'AGAINST' })).toEqual({ code: 'CONFLICT' });
    expect(await house.run(house.officer, `closeGovernanceMeeting(meetingId: "${id}")`)).toEqual({ code: 'CONFLICT' });
    expect(await house.close(motion)).toMatchObject({
      votes: [{ mandateId: one.mandate, castBy: one.mandate, choice: 'FOR' }],
    });
    await house.attend(absent, id);
    expect(await house.cast(absent, { id: motion })).toEqual({ code: 'CONFLICT' });
    expect(await house.close(motion)).toEqual({ code: 'CONFLICT' });
    expect(await house.run(house.officer, `closeGovernanceMeeting(meetingId: "${id}")`)).toMatchObject({
      status: 'CLOSED',
    });
    expect(await house.attend(one, id)).toEqual({ code: 'CONFLICT' });
  });

  test('stays one when it is cast at the same time directly and by proxy', async () => {
    const { id, members } = await house.meeting(2);
    const [giver, holder] = members;
    if (!giver || !holder) throw new Error('Two sit there.');
    await house.attend(holder, id);
    await house.pass(giver, { id, to: holder });
    const motion = await house.vote(id);
    const hold = ['select from governance_motion where id = $1 for update', motion] as const;
    const byProxy = () => house.cast(holder, { id: motion, of: giver });
    const answers = await meetAtLock(member, { hold }, [byProxy, byProxy, byProxy]);
    expect(answers.map(({ code, status }) => code ?? status).toSorted()).toEqual(['CONFLICT', 'CONFLICT', 'OPEN']);
    const own = () => house.cast(holder, { id: motion });
    const twice = await meetAtLock(member, { hold }, [own, own]);
    expect(twice.map(({ code, status }) => code ?? status).toSorted()).toEqual(['CONFLICT', 'OPEN']);
    // The giver comes, and their voice has been heard.
    await house.attend(giver, id);
    expect(await house.cast(giver, { id: motion, choice: 'AGAINST' })).toEqual({ code: 'CONFLICT' });
    expect(await house.close(motion)).toMatchObject({ votesFor: 2, votesAgainst: 0, present: 2 });
  });

  test('is the giver’s own when they come while the holder votes', async () => {
    const { id, members } = await house.meeting(2);
    const [giver, holder] = members;
    if (!giver || !holder) throw new Error('Two sit there.');
    await house.attend(holder, id);
    await house.pass(giver, { id, to: holder });
    const motion = await house.vote(id);
    const comes = [
      `with act as materialized (select set_config('app.volunteer', $3, true))
       insert into governance_presence (organization_id, body_id, meeting_id, mandate_id)
       select organization_id, body_id, id, $2 from governance_meeting, act where id = $1`,
      id,
      giver.mandate,
      giver.person,
    ] as const;
    const answers = await meetAtLock(
      member,
      { hold: ['select from governance_motion where id = $1 for update', motion], change: comes },
      [() => house.cast(holder, { id: motion, of: giver }), () => house.cast(giver, { id: motion, choice: 'AGAINST' })],
    );
    expect(answers.map(({ code, status }) => code ?? status)).toEqual(['FORBIDDEN', 'OPEN']);
    expect(await house.close(motion)).toMatchObject({ votesFor: 0, votesAgainst: 1, present: 2 });
  });

  test('that is cast while the vote is closed counts wholly or is refused', async () => {
    const { id, members } = await house.meeting(1);
    const [one] = members;
    if (!one) throw new Error('One sits there.');
    await house.attend(one, id);
    const motion = await house.vote(id);
    const [cast, closed] = await meetAtLock(
      member,
      { hold: ['select from governance_motion where id = $1 for update', motion] },
      [() => house.cast(one, { id: motion }), () => house.close(motion)],
    );
    expect(closed?.['votesFor']).toBe(cast?.code === undefined ? 1 : 0);
  });
});

describe('a voice that is passed on', () => {
  test('speaks through who holds it, and falls back to a giver who comes', async () => {
    const { id, members } = await house.meeting(3);
    const [giver, holder, third] = members;
    if (!giver || !holder || !third) throw new Error('Three sit there.');
    expect(await house.pass(giver, { id, to: holder })).toMatchObject({
      voices: [{ mandateId: giver.mandate, heldBy: holder.mandate }],
    });
    const motion = await house.vote(id);
    // Whoever holds it has to be there.
    expect(await house.cast(holder, { id: motion, of: giver })).toEqual({ code: 'CONFLICT' });
    await house.attend(holder, id);
    expect(await house.cast(holder, { id: motion, of: third })).toEqual({ code: 'FORBIDDEN' });
    expect(await house.attend(giver, id)).toMatchObject({
      voices: [
        { mandateId: giver.mandate, heldBy: giver.mandate },
        { mandateId: holder.mandate, heldBy: holder.mandate },
      ],
    });
    expect(await house.cast(holder, { id: motion, of: giver })).toEqual({ code: 'FORBIDDEN' });
    expect(await house.cast(giver, { id: motion })).toMatchObject({ status: 'OPEN' });
    expect(await house.pass(giver, { id, to: third })).toEqual({ code: 'CONFLICT' });
  });

  test('is one of as many as the body lets one hold, given once, taken back, and never passed further', async () => {
    const { id, members } = await house.meeting(4, { proxies: 1 });
    const [one, two, three, four] = members;
    if (!one || !two || !three || !four) throw new Error('Four sit there.');
    await house.pass(one, { id, to: two });
    expect(await house.pass(one, { id, to: three }), 'given already').toEqual({ code: 'CONFLICT' });
    expect(await house.pass(three, { id, to: two }), 'the holder has enough').toEqual({ code: 'CONFLICT' });
    expect(await house.pass(two, { id, to: three }), 'a holder passes nothing on').toEqual({ code: 'CONFLICT' });
    expect(await house.pass(four, { id, to: one }), 'who passed their own holds none').toEqual({ code: 'CONFLICT' });
    const back = () => house.run(one.viewer, `takeBackGovernanceProxy(meetingId: "${id}")`);
    expect(await back()).toMatchObject({ voices: [] });
    expect(await back()).toEqual({ code: 'NOT_FOUND' });
    expect(await house.pass(three, { id, to: two })).toMatchObject({
      voices: [{ mandateId: three.mandate, heldBy: two.mandate }],
    });
  });

  test('goes to a holder up to the limit when many give at once', async () => {
    const { id, members } = await house.meeting(4, { proxies: 1 });
    const [holder, ...givers] = members;
    if (!holder) throw new Error('Four sit there.');
    const answers = await meetAtLock(
      member,
      // A row refers to its holder after it was counted, so that without a lock all have counted before.
      { hold: ['select from governance_mandate where id = $1 for update', holder.mandate] },
      givers.map((giver) => () => house.pass(giver, { id, to: holder })),
    );
    expect(answers.filter(({ code }) => code === 'CONFLICT')).toHaveLength(2);
  });

  test('counts for the quorum only while the holder is there by a live mandate', async () => {
    const { id, members } = await house.meeting(2, { quorum: 100 });
    const [giver, holder] = members;
    if (!giver || !holder) throw new Error('Two sit there.');
    await house.pass(giver, { id, to: holder });
    await house.attend(holder, id);
    const motion = await house.vote(id);
    await house.mutate(house.officer, `endGovernanceMandate(mandateId: "${holder.mandate}")`, 'GovernanceMandate');
    expect(await house.cast(holder, { id: motion, of: giver })).toEqual({ code: 'NOT_FOUND' });
    expect(await house.close(motion)).toMatchObject({ outcome: 'NO_QUORUM', present: 0, mandates: 1 });
  });
});

describe('a ballot on paper', () => {
  test('is recorded as it was counted, and not with more ballots than voices', async () => {
    const { id, members } = await house.meeting(3);
    for (const one of members.slice(0, 2)) await house.attend(one, id);
    const { id: motion } = await house.motionOf(
      house.officer,
      `putGovernanceMotion(input: { meetingId: "${id}", text: "Elect", majority: SIMPLE })`,
    );
    const record = (votesFor: number, votesAgainst: number) =>
      house.motionOf(
        house.officer,
        `recordPaperBallot(input: { motionId: "${motion}", votesFor: ${votesFor}, votesAgainst: ${votesAgainst}, abstentions: 0 })`,
      );
    expect(await record(2, 1)).toEqual({ code: 'BAD_USER_INPUT' });
    expect(await record(2, 0)).toMatchObject({ outcome: 'CARRIED', present: 2, votesFor: 2, votes: [] });
    expect(await record(1, 1)).toEqual({ code: 'CONFLICT' });
  });
});

test('minutes are published of a closed meeting, and corrected as a version more', async () => {
  const { id } = await house.meeting(1);
  const publish = (text: string) =>
    house.run(house.officer, `publishGovernanceMinutes(input: { meetingId: "${id}", text: "${text}" })`);
  expect(await publish('Too early')).toEqual({ code: 'CONFLICT' });
  await house.run(house.officer, `closeGovernanceMeeting(meetingId: "${id}")`);
  expect(await publish('First')).toMatchObject({ minutes: [{ version: 1, text: 'First' }] });
  expect(await publish('Second')).toMatchObject({
    minutes: [
      { version: 2, text: 'Second' },
      { version: 1, text: 'First' },
    ],
  });
});
