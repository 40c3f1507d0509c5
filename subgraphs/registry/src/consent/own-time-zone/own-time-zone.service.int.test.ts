import { createDemoData } from '@birlik/demo-data';
import { clockCommand } from '@birlik/trust/queue';
import { startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { peopleFrom } from '@birlik/test/testkit/people';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { database } from '../../database.js';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const recipientOrganizationId = demo.organization('idea').id;
const nextPerson = peopleFrom(900);
/** What time the clock of the domain tells, which goes only forward here. */
const domainNow = `(now() + coalesce((select shift from domain_clock), '0'))`;
let member: TestMember;

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

async function mutate(as: Viewer, call: string, variables: Record<string, unknown>, declared: string) {
  const { data, errors } = await member.query<{ outcome: { code?: string } }>(
    `mutation (${declared}) { outcome: ${call} { __typename ... on Problem { code } } }`,
    { as, variables },
  );
  return data?.outcome.code ?? errors?.[0]?.extensions.code ?? 'changed';
}

const say = (as: Viewer, timeZone: string | null, onBehalfOf: string | null = null) =>
  mutate(
    as,
    'changeOwnTimeZone(timeZone: $timeZone, onBehalfOf: $onBehalfOf)',
    { timeZone, onBehalfOf },
    '$timeZone: String, $onBehalfOf: ID',
  );

const give = (as: Viewer, onBehalfOf: string | null = null) =>
  mutate(
    as,
    'giveConsent(input: $input, onBehalfOf: $onBehalfOf)',
    { input: { recipientOrganizationId, purpose: 'placement', category: 'STUDY' }, onBehalfOf },
    '$input: GiveConsentInput!, $onBehalfOf: ID',
  );

const erasure = (as: Viewer, onBehalfOf: string) =>
  mutate(as, 'requestErasure(onBehalfOf: $onBehalfOf)', { onBehalfOf }, '$onBehalfOf: ID');

interface Guarded {
  readonly guardian: Viewer;
  readonly ward: string;
  readonly self: Viewer;
}

/** A guardian and a ward who is of age in so many days, as they are counted in the zone where the ward lives. */
async function guarded(timeZone: string, days: number): Promise<Guarded> {
  const [{ id }, { id: ward }] = [nextPerson(), nextPerson()];
  const guardian = volunteerViewer(id);
  await member.owner.query(
    `update volunteer set birth_date = (day_in($2, ${domainNow}) + $3::integer - interval '18 years')::date where id = $1`,
    [ward, timeZone, days],
  );
  await member.owner.query(
    `insert into guardianship (id, guardian_id, ward_id, evidence, recorded_at, recorded_by)
     values (uuidv7(), $1, $2, 'AZE 123', now(), 'office')`,
    [id, ward],
  );
  expect(await say(guardian, timeZone, ward)).toBe('changed');
  return { guardian, ward, self: volunteerViewer(ward) };
}

/** What a guardian sees of the ward: the name, the log and the messages; null for each that is not shown. */
async function seenBy({ guardian, ward }: Guarded): Promise<Record<string, unknown>> {
  const [seen] = await member.entities(
    [{ __typename: 'Volunteer', id: ward }],
    '{ name whoViewedMyData { nodes { id } } messages { nodes { id } } consents { id } }',
    { as: guardian },
  );
  return seen ?? {};
}

/** Moves the clock of the domain, as an operator does, to so many minutes from the midnight in the zone with which the day begins. */
async function moveClock(timeZone: string, day: string, minutes: number): Promise<void> {
  const { rows } = await member.owner.query<{ seconds: number }>(
    `select floor(extract(epoch from ($2::date::timestamp at time zone $1) - ${domainNow}) + $3 * 60)::integer as seconds`,
    [timeZone, day, minutes],
  );
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    const environment = { DATABASE_OWNER_URL: String(member.owner.options.connectionString) };
    const seconds = rows[0]?.seconds ?? 0;
    const move = `+${Math.floor(seconds / 60)}m${seconds % 60}s`;
    await clockCommand({ name: 'registry', database }, environment, [move]);
  } finally {
    write.mockRestore();
  }
}

const nothing = { name: null, whoViewedMyData: null, messages: null, consents: null };

test.each(['Pacific/Kiritimati', 'America/Adak'])(
  'a ward in %s is of age at midnight there, when all rights of the guardian end',
  async (timeZone) => {
    const family = await guarded(timeZone, 2);
    const { rows } = await member.owner.query<{ day: string }>('select majority_on($1)::text as day', [family.ward]);
    const day = rows[0]?.day ?? '';
    const { guardian, ward, self } = family;
    // Of age a day before, so that it shows when the process has heard of the clock.
    const older = await guarded(timeZone, 1);
    await moveClock(timeZone, day, -1);
    await expect.poll(() => give(older.self), { timeout: 5_000 }).toBe('changed');
    expect(await give(self)).toBe('REPRESENTATIVE_REQUIRED');
    expect(await say(self, 'Asia/Baku')).toBe('REPRESENTATIVE_REQUIRED');
    expect(Object.values(await seenBy(family))).not.toContain(null);
    expect(await give(guardian, ward)).toBe('changed');
    await moveClock(timeZone, day, 1);
    await expect.poll(() => say(self, timeZone), { timeout: 5_000 }).toBe('changed');
    expect(await give(guardian, ward)).toBe('NOT_FOUND');
    expect(await erasure(guardian, ward)).toBe('NOT_FOUND');
    expect(await say(guardian, 'Asia/Baku', ward)).toBe('NOT_FOUND');
    expect(await seenBy(family)).toEqual(nothing);
    expect(await give(self)).toBe('changed');
  },
);

test('a zone is one of the tz database, and who is of age says their own, which whoever reads the contact sees', async () => {
  const { id } = nextPerson();
  const self = volunteerViewer(id);
  const zone = async () => {
    const { data } = await member.query<{ me: { contact: { timeZone: string | null } } }>(
      '{ me { contact { timeZone } } }',
      { as: self },
    );
    return data?.me.contact.timeZone;
  };
  expect(await zone()).toBeNull();
  expect(await say(self, ' asia/tokyo ')).toBe('changed');
  expect(await zone()).toBe('Asia/Tokyo');
  expect(await say(self, '+04:00')).toBe('BAD_USER_INPUT');
  expect(await say(self, 'UTC', nextPerson().id)).toBe('NOT_FOUND');
  expect(await say(self, null)).toBe('changed');
  expect(await zone()).toBeNull();
});
