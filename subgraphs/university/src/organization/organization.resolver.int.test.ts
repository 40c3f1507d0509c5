import { releaseStatistic } from '@birlik/trust/statistic';
import { newId } from '@birlik/kernel/identifier';
import { firstDay, nextDay } from '@birlik/test/testkit/statistic-days';
import { startMember, type TestMember } from '@birlik/test/testkit/member';
import { random } from '@birlik/demo-data';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { enrolment, faculty, programme } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';
import { studentSummary } from './student-summary.rule.js';

const statistic = 'student_summary';
const threshold = 10;
const levels = ['bachelor', 'master', 'doctorate'] as const;
type Level = (typeof levels)[number];
type Counts = ReturnType<typeof releaseStatistic<(typeof studentSummary.partNames)[number]>>;

const university = newId();
const programmes = [newId(), newId()] as const;
let member: TestMember;

async function enrol(people: readonly string[], level: Level, { programme = programmes[0], status = 'studying' } = {}) {
  const facts = { organization_id: university, programme_id: programme, level, status };
  await enrolment.many(
    member.owner,
    people.map((person) => ({ ...facts, volunteer_id: person })),
  );
}

function newPeople(count: number): string[] {
  return Array.from({ length: count }, () => newId());
}

async function summary(id = university): Promise<Counts & { suppressed: boolean }> {
  const [found] = await member.entities<{ studentSummary: Counts & { suppressed: boolean } }>(
    [{ __typename: 'Organization', id }],
    '{ studentSummary { people bachelor postgraduate master doctorate suppressed } }',
  );
  if (!found) throw new Error('Every organisation has a summary.');
  return found.studentSummary;
}

beforeAll(async () => {
  member = await startMember(subgraph);
  const { id: facultyId } = await faculty(member.owner, { organization_id: university });
  for (const id of programmes) {
    await programme(member.owner, { id, organization_id: university, faculty_id: facultyId });
  }
});
beforeEach(async () => {
  await member.owner.query('delete from enrolment');
});
afterAll(() => member.close());

test('counts those who study now, each once, at the lowest of their levels', async () => {
  const people = newPeople(30);
  await enrol(people, 'bachelor');
  await enrol(people.slice(0, 15), 'master', { programme: programmes[1] });
  await enrol(newPeople(20), 'master');
  await enrol(newPeople(15), 'doctorate');
  await enrol(newPeople(40), 'doctorate', { status: 'graduated' });
  await firstDay(member.owner, statistic);
  expect(await summary()).toEqual({
    people: 65,
    bachelor: 30,
    postgraduate: 35,
    master: 20,
    doctorate: 15,
    suppressed: false,
  });
});

test('few doctoral students hide the masters beside them, not the rest', async () => {
  await enrol(newPeople(30), 'bachelor');
  await enrol(newPeople(20), 'master');
  await enrol(newPeople(3), 'doctorate');
  await firstDay(member.owner, statistic);
  const hidden = { master: null, doctorate: null, suppressed: true };
  expect(await summary()).toEqual({ people: 55, bachelor: 30, postgraduate: 25, ...hidden });
});

test('an organisation without students has a summary in which all is withheld', async () => {
  expect(await summary(newId())).toEqual({
    people: null,
    bachelor: null,
    postgraduate: null,
    master: null,
    doctorate: null,
    suppressed: true,
  });
});

/** What is shown of a snapshot if counts need so many people. */
function shown(snapshot: readonly number[], least: number): Set<string> {
  const released = Object.entries(releaseStatistic(studentSummary, [snapshot], least));
  return new Set(released.flatMap(([name, count]) => (count === null ? [] : [name])));
}

/** How many people have to have come or gone at least, for one snapshot to become the other. */
function difference(before: readonly number[], after: readonly number[]): number {
  const changes = levels.map((_, leaf) => (after[leaf] ?? 0) - (before[leaf] ?? 0));
  const sum = (sign: number) => changes.reduce((total, change) => total + Math.max(0, sign * change), 0);
  return Math.max(sum(1), sum(-1));
}

test('what is shown over 150 days is what the rules say, and no two statistics in a row differ by fewer than ten people', async () => {
  const stream = random('students', 1);
  const students = new Map<string, Level>();
  const counts = () => levels.map((level) => [...students.values()].filter((one) => one === level).length);
  let snapshot: readonly number[] | null = null;
  let people: ReadonlyMap<string, Level> = new Map();
  let last: Counts | null = null;
  let changes = 0;

  for (let day = 0; day < 150; day += 1) {
    const level = stream.pick(levels);
    const comers = newPeople(stream.chance(0.3) ? stream.int(8, 30) : stream.int(0, 3));
    await enrol(comers, level);
    for (const comer of comers) students.set(comer, level);
    const most = stream.chance(0.3) ? stream.int(8, 30) : stream.int(0, 3);
    const goers = stream.shuffle([...students.keys()]).slice(0, students.size > 60 ? most * 2 : Math.floor(most / 2));
    await member.owner.query('delete from enrolment where volunteer_id = any($1::uuid[])', [goers]);
    for (const goer of goers) students.delete(goer);

    const now = counts();
    const before = snapshot ?? now;
    const steady =
      [...shown(before, threshold)].every((name) => shown(now, threshold).has(name)) &&
      [...shown(now, threshold)].every(
        (name) => shown(before, threshold).has(name) || shown(now, 2 * threshold).has(name),
      );
    if (snapshot === null || (difference(before, now) >= threshold && steady)) snapshot = now;

    await (day === 0 ? firstDay : nextDay)(member.owner, statistic);
    const { suppressed, ...seen } = await summary();
    expect(seen, `day ${day}`).toEqual(releaseStatistic(studentSummary, [snapshot], threshold));
    expect(suppressed).toBe(Object.values(seen).includes(null));
    if (last !== null && JSON.stringify(seen) !== JSON.stringify(last)) {
      changes += 1;
      const moved = [...new Set([...students.keys(), ...people.keys()])].filter(
        (person) => students.get(person) !== people.get(person),
      );
      expect(moved.length).toBeGreaterThanOrEqual(threshold);
    }
    if (snapshot === now) people = new Map(students);
    last = seen;
  }
  expect(changes).toBeGreaterThan(10);
});
