import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember } from '@birlik/test/testkit/member';
import { createWorld } from '@birlik/world';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDemo } from '../../seeds/demo.js';
import { readConfig } from '../config.js';
import { database } from '../database.js';
import { createServer } from '../server.js';

const world = createWorld();
const persona = world.person(0);
const agency = world.organization('asan').id;
const viewer = officerViewer(world.organization('uvoa').id);
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

interface Profile {
  id: string;
  programmeRecord: object | null;
  certificates: object[] | null;
}

async function profile(id: string, programmeGrant: string | null): Promise<Profile | null | undefined> {
  const [entity] = await member.entities<Profile>([{ __typename: 'Volunteer', id, programmeGrant }], selection, {
    as: viewer,
    language: 'en',
  });
  return entity;
}

beforeAll(async () => {
  member = await startMember({ name: 'asan-school', database, readConfig, createServer, seed: loadDemo });
});
afterAll(() => member.close());

describe('Volunteer.programmeRecord and Volunteer.certificates', () => {
  test('are null without a grant', async () => {
    expect(await profile(persona.id, null)).toEqual({ id: persona.id, programmeRecord: null, certificates: null });
  });

  test('are there with a grant for this person, viewer and member', async () => {
    const found = await profile(persona.id, await member.grant({ person: persona.id, viewer }));
    expect(found?.programmeRecord).toMatchObject({
      joinedOn: '2025-01-15',
      organization: { id: agency },
      intake: { startsOn: '2025-01-15', endsOn: '2025-03-11', weeks: 8 },
      master1: {
        status: 'COMPLETED',
        score: 94,
        certificateType: { name: 'Certificate of the first type (example)', minimumScore: 90 },
      },
      master2: { area: 'ADMINISTRATIVE', status: 'COMPLETED', score: 91, host: { id: expect.any(String) as string } },
    });
    expect(found?.certificates).toMatchObject([
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
        type: { name: 'Certificate of the first type (example)' },
        approvedBy: { id: agency },
        cosignedBy: null,
      },
    ]);
  });

  test('are null with a grant that was made for another person or another viewer', async () => {
    const forOther = await member.grant({ person: world.person(1).id, viewer });
    const forOtherViewer = await member.grant({ person: persona.id, viewer: volunteerViewer(newId()) });
    const own = await member.grant({ person: persona.id, viewer });
    const forged = `${own.slice(0, -4)}AAAA`;
    for (const grant of [forOther, forOtherViewer, forged]) {
      expect(await profile(persona.id, grant)).toEqual({ id: persona.id, programmeRecord: null, certificates: null });
    }
  });

  test('show the rows of those tenants only that the grant names', async () => {
    const foreign = await member.grant({ person: persona.id, viewer, basis: 'owner', tenants: [newId()] });
    expect(await profile(persona.id, foreign)).toEqual({ id: persona.id, programmeRecord: null, certificates: [] });
    const own = await profile(
      persona.id,
      await member.grant({ person: persona.id, viewer, basis: 'owner', tenants: [agency] }),
    );
    expect(own?.programmeRecord).not.toBeNull();
    expect(own?.certificates).toHaveLength(2);
  });

  test('show the newest participation, and a certificate that was revoked as such', async () => {
    const person = newId();
    const { rows } = await member.owner.query<{ id: string; starts_on: string; type: string }>(
      `select id, starts_on::text, (select id from certificate_type limit 1) as type from intake order by starts_on limit 2`,
    );
    const ids = rows.map(() => newId());
    for (const [index, intake] of rows.entries()) {
      await member.owner.query(`insert into programme_participation values ($1, $2, $3, $4, $5, 'completed', 60, $6)`, [
        ids[index],
        agency,
        person,
        intake.id,
        intake.starts_on,
        intake.type,
      ]);
    }
    await member.owner.query(
      `insert into certificate values ($1, $2, $3, $4, 'master_1', $5, 'M1-TEST', '2020-03-11', '2020-04-01', $2)`,
      [newId(), agency, person, ids[0], rows[0]?.type],
    );
    const found = await profile(person, await member.grant({ person, viewer }));
    expect(found?.programmeRecord).toMatchObject({ id: ids[1], master2: null });
    expect(found?.certificates).toMatchObject([{ serialNumber: 'M1-TEST', revokedAt: '2020-04-01T00:00:00.000Z' }]);
  });

  test('cost the same number of statements for 50 people as for 5', async () => {
    const representations = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const { id } = world.person(index);
        return { __typename: 'Volunteer', id, programmeGrant: await member.grant({ person: id, viewer }) };
      }),
    );
    await member.entities(representations.slice(0, 5), selection, { as: viewer });
    const few = member.statements();
    const many = await member.entities<Profile>(representations, selection, { as: viewer });
    expect(few).toBeGreaterThan(0);
    expect(member.statements()).toBe(few);
    expect(many.filter((one) => one?.programmeRecord).length).toBeGreaterThan(5);
  });
});

test('a direct call without the gateway’s assertion gets 401 and nothing else', async () => {
  const bodies = [
    `{ serviceCenters { nodes { id } } }`,
    `{ _service { sdl } }`,
    `{ _entities(representations: [{ __typename: "Volunteer", id: "${persona.id}" }]) { __typename } }`,
  ];
  for (const query of bodies) {
    const body = JSON.stringify({ query });
    const response = await fetch(member.url, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      errors: [{ message: expect.any(String) as string, extensions: { code: 'UNAUTHENTICATED' } }],
    });
  }
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
  expect(days).toEqual(world.catalogue.intakes.map(({ startsOn }) => startsOn).toReversed());

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
    programmeVolunteers(first: 100, intakeId: $intakeId) { nodes { id } pageInfo { hasNextPage } }
  }`;

  interface Page {
    programmeVolunteers: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean } } | null;
  }

  test('lists the people of one intake, and of all, to an officer of the agency', async () => {
    const { rows } = await member.owner.query<{ intake_id: string; people: string[] }>(
      `select intake_id, array_agg(volunteer_id::text) as people from programme_participation
        group by intake_id having count(*) <= 100 order by count(*) desc limit 1`,
    );
    const as = officerViewer(agency);
    const one = await member.query<Page>(document, { as, variables: { intakeId: rows[0]?.intake_id } });
    expect(one.data?.programmeVolunteers?.nodes.map(({ id }) => id).toSorted()).toEqual(rows[0]?.people.toSorted());
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
