import { newId } from '@birlik/kernel/identifier';
import { firstDay } from '@birlik/test/testkit/statistic-days';
import { startMember, type TestMember } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../member.js';

const agency = newId();
let member: TestMember;

beforeAll(async () => {
  member = await startMember(subgraph);
});
afterAll(() => member.close());

async function intakeWith(startsOn: string, { completed, active }: { completed: number; active: number }) {
  const intake = newId();
  await member.owner.query('insert into intake values ($1, $2, $3, 8)', [intake, agency, startsOn]);
  await member.owner.query(
    `insert into programme_participation (id, organization_id, volunteer_id, intake_id, joined_on, master1_status, master1_score)
     select gen_random_uuid(), $1, gen_random_uuid(), $2, $3, status, case status when 'completed' then 90 end
       from unnest(array_fill('completed'::text, array[$4::integer]) || array_fill('active'::text, array[$5::integer])) status`,
    [agency, intake, startsOn, completed, active],
  );
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
