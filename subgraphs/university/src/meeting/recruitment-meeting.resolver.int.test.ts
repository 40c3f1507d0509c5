import { startMember, type TestMember } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recruitmentMeeting } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

let member: TestMember;

beforeAll(async () => {
  const environment = { RELEASE_THRESHOLD: '15' };
  member = await startMember(subgraph, { environment });
});
afterAll(() => member.close());

test('tells how many students came to a meeting, rounded and from the configured threshold on', async () => {
  for (const [index, attendance] of [null, 0, 14, 15, 43].entries()) {
    await recruitmentMeeting(member.owner, { held_at: new Date(Date.UTC(2026, 0, index + 1)), attendance });
  }
  const { data } = await member.query<{ recruitmentMeetings: { nodes: { attendance: number | null }[] } }>(
    '{ recruitmentMeetings { nodes { attendance } } }',
  );
  const counts = data?.recruitmentMeetings.nodes.map(({ attendance }) => attendance);
  expect(counts?.toReversed()).toEqual([null, null, null, 15, 45]);
});
