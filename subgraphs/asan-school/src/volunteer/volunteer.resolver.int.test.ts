import { peopleIn, type ListedNode } from '@birlik/test/testkit/listed';
import { newId } from '@birlik/kernel/identifier';
import { describeClosedDoor } from '@birlik/test/testkit/closed-door';
import { officerViewer, startMember, volunteerViewer, type TestMember } from '@birlik/test/testkit/member';
import { peopleWith } from '@birlik/test/testkit/people';
import { describePersonalFields, readPerson, type PersonalFields } from '@birlik/test/testkit/personal-fields';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certificate, participation } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

const demo = createDemoData();
const persona = demo.person(0);
const agency = demo.organization('asan').id;
const viewer = officerViewer(demo.organization('uvoa').id);
const selection = `{
  id
  programmeRecord {
    id joinedOn organization { id } intake { startsOn endsOn weeks }
    master1 { status score certificateType { name minimumScore } }
    master2 { area status score host { id } }
  }
  certificates { id stage serialNumber issuedOn revokedAt type { name } approvedBy { id } cosignedBy { id } }
}`;
let member: TestMember;

const certificateName = 'Certificate of the first type (example)';
const subject: PersonalFields = {
  member: () => member,
  grantField: 'programmeGrant',
  fields: ['programmeRecord', 'certificates'],
  selection,
  viewer,
  language: 'en',
  person: persona.id,
  otherPerson: demo.person(1).id,
  expected: {
    programmeRecord: {
      joinedOn: '2025-01-15',
      organization: { id: agency },
      intake: { startsOn: '2025-01-15', endsOn: '2025-03-11', weeks: 8 },
      master1: { status: 'COMPLETED', score: 94, certificateType: { name: certificateName, minimumScore: 90 } },
      master2: { area: 'ADMINISTRATIVE', status: 'COMPLETED', score: 91, host: { id: expect.any(String) as string } },
    },
    certificates: [
      {
        stage: 'MASTER_2',
        issuedOn: '2025-06-10',
        revokedAt: null,
        type: null,
        approvedBy: { id: agency },
        cosignedBy: { id: expect.any(String) as string },
      },
      {
        stage: 'MASTER_1',
        serialNumber: expect.stringMatching(/^M1-2025-[0-9A-F]{15}$/) as string,
        issuedOn: '2025-03-12',
        type: { name: certificateName },
        approvedBy: { id: agency },
        cosignedBy: null,
      },
    ],
  },
  empty: { programmeRecord: null, certificates: [] },
  byTenant: {
    [agency]: {
      programmeRecord: { organization: { id: agency } },
      certificates: [{ stage: 'MASTER_2' }, { stage: 'MASTER_1' }],
    },
  },
  people: peopleWith((one) => one.programme),
};

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

describePersonalFields(subject);

test('the newest participation is shown, and a certificate that was revoked as such', async () => {
  const person = newId();
  const { rows } = await member.owner.query<{ id: string; starts_on: string; type: string }>(
    `select id, starts_on::text, (select id from certificate_type limit 1) as type from intake order by starts_on limit 2`,
  );
  const ids = rows.map(() => newId());
  for (const [index, intake] of rows.entries()) {
    await participation(member.owner, {
      id: ids[index],
      organization_id: agency,
      volunteer_id: person,
      intake_id: intake.id,
      joined_on: intake.starts_on,
      master1_status: 'completed',
      master1_score: 60,
      master1_certificate_type_id: intake.type,
    });
  }
  await certificate(member.owner, {
    organization_id: agency,
    volunteer_id: person,
    participation_id: ids[0],
    certificate_type_id: rows[0]?.type,
    serial_number: 'M1-TEST',
    issued_on: '2020-03-11',
    revoked_at: '2020-04-01T00:00:00Z',
    approved_by_organization_id: agency,
  });
  const found = await readPerson<Record<string, unknown>>(subject, person);
  expect(found['programmeRecord']).toMatchObject({ id: ids[1], master2: null });
  expect(found['certificates']).toMatchObject([{ serialNumber: 'M1-TEST', revokedAt: '2020-04-01T00:00:00.000Z' }]);
});

describeClosedDoor({
  member: () => member,
  query: '{ serviceCenters { nodes { id } } }',
  reference: { __typename: 'Volunteer', id: persona.id },
});

test('public lists are read page by page in the caller’s language', async () => {
  interface Page {
    intakes: { nodes: { startsOn: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
  }
  const document = `query ($after: String) {
    intakes(first: 14, after: $after) { nodes { startsOn } pageInfo { endCursor hasNextPage } }
  }`;
  const first = await member.query<Page>(document);
  expect(first.data?.intakes.pageInfo.hasNextPage).toBe(true);
  const after = first.data?.intakes.pageInfo.endCursor;
  const second = await member.query<Page>(document, { variables: { after } });
  expect(second.data?.intakes.pageInfo.hasNextPage).toBe(false);
  const days = [first, second].flatMap(({ data }) => data?.intakes.nodes.map(({ startsOn }) => startsOn) ?? []);
  // The newest one runs on the day on which the demo is loaded.
  expect(days.slice(1)).toEqual(
    demo.catalogue.intakes
      .map(({ startsOn }) => startsOn)
      .slice(0, -1)
      .toReversed(),
  );
  const eightWeeks = 56 * 86_400_000;
  expect(Date.now() - Date.parse(days[0] ?? '')).toBeLessThan(eightWeeks);

  const names = async (language: string) =>
    (
      await member.query<{ certificateTypes: { nodes: { name: string; minimumScore: number }[] } }>(
        `{ certificateTypes { nodes { name minimumScore } } }`,
        { language },
      )
    ).data?.certificateTypes.nodes;
  expect(await names('en')).toMatchObject([{ minimumScore: 90 }, { minimumScore: 75 }, { minimumScore: 51 }]);
  expect((await names('en'))?.[0]?.name).toBe('Certificate of the first type (example)');
  expect((await names('az'))?.[0]?.name).toBe('Birinci növ sertifikat (nümunə)');
  const foreign = await member.query(`{ trainings(after: "W3siJG5lIjpudWxsfV0") { nodes { id } } }`);
  expect(foreign.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('the stated service center opens soon, and the stated courses stand at both ends of Master 2', async () => {
  const { data } = await member.query<{
    serviceCenters: { nodes: { name: string; city: string; status: string }[] };
    trainings: { nodes: { moment: string }[] };
  }>(
    `{
      serviceCenters { nodes { name city status organization { id } } }
      trainings(stage: MASTER_2) { nodes { moment } }
    }`,
    { language: 'en' },
  );
  const centers = data?.serviceCenters.nodes ?? [];
  expect(centers.filter(({ status }) => status === 'OPENING_SOON')).toMatchObject([
    { name: 'Mingachevir ASAN complex', city: 'Mingachevir' },
  ]);
  expect(centers).toHaveLength(10);
  expect(data?.trainings.nodes.map(({ moment }) => moment).toSorted()).toEqual(['BEGINNING', 'DURING', 'END']);
});

describe('programmeVolunteers', () => {
  const document = `query ($intakeId: ID) {
    programmeVolunteers(first: 100, intakeId: $intakeId) { nodes { statement } pageInfo { hasNextPage } }
  }`;

  interface Page {
    programmeVolunteers: { nodes: ListedNode[]; pageInfo: { hasNextPage: boolean } } | null;
  }

  test('lists the people of one intake, and of all, to an officer of the agency', async () => {
    const { rows } = await member.owner.query<{ intake_id: string; people: string[] }>(
      `select intake_id, array_agg(volunteer_id::text) as people from programme_participation
        group by intake_id having count(*) <= 100 order by count(*) desc limit 1`,
    );
    const as = officerViewer(agency);
    const one = await member.query<Page>(document, { as, variables: { intakeId: rows[0]?.intake_id } });
    expect(peopleIn(one.data?.programmeVolunteers?.nodes).toSorted()).toEqual(rows[0]?.people.toSorted());
    const all = await member.query<Page>(document, { as });
    expect(all.data?.programmeVolunteers?.pageInfo.hasNextPage).toBe(true);
  });

  test('is empty for another organisation’s officer and refused to volunteers', async () => {
    const other = await member.query<Page>(document, { as: viewer });
    expect(other.data?.programmeVolunteers?.nodes).toEqual([]);
    const person = await member.query<Page>(document, { as: volunteerViewer(persona.id) });
    expect(person.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
