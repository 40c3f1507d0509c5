import { newId } from '@birlik/kernel/identifier';
import { firstDay } from '@birlik/test/testkit/statistic-days';
import { startMember, type TestMember } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { intake, participation } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

const agency = newId();
let member: TestMember;

beforeAll(async () => {
  member = await startMember(subgraph);
});
afterAll(() => member.close());

async function intakeWith(startsOn: string, { completed, active }: { completed: number; active: number }) {
  const { id } = await intake(member.owner, { organization_id: agency, starts_on: startsOn });
  const part = { organization_id: agency, intake_id: id, joined_on: startsOn };
  const done = { ...part, master1_status: 'completed', master1_score: 90 };
  await participation.many(member.owner, [
    ...Array.from({ length: completed }, () => done),
    ...Array.from({ length: active }, () => part),
  ]);
}

test('a page of intakes tells in one statement how many people each of them has', async () => {
  await intakeWith('2026-01-05', { completed: 40, active: 12 });
  await intakeWith('2026-03-05', { completed: 40, active: 9 });
  await intakeWith('2026-05-05', { completed: 2, active: 7 });
  await firstDay(member.owner, 'participant_summary');
  const { data } = await member.query<{ intakes: { nodes: { participantSummary: unknown }[] } }>(
    '{ intakes { nodes { participantSummary { people completed notCompleted suppressed } } } }',
  );
  expect(data?.intakes.nodes.map(({ participantSummary }) => participantSummary)).toEqual([
    { people: null, completed: null, notCompleted: null, suppressed: true },
    { people: 50, completed: null, notCompleted: null, suppressed: true },
    { people: 50, completed: 40, notCompleted: 10, suppressed: false },
  ]);
  const many = member.statements();
  await member.query('{ intakes(first: 1) { nodes { participantSummary { people } } } }');
  expect(member.statements()).toBe(many);
});
