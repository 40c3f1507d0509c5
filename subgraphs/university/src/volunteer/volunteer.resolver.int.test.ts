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
const university = persona.study?.organizationId ?? '';
const viewer = officerViewer(world.organization('uvoa').id);
const selection =
  '{ id enrolments { id startYear organization { id } programme { name fieldCode faculty { name } } } }';
let member: TestMember;

interface Profile {
  id: string;
  enrolments: { id: string; organization: { id: string } }[] | null;
}

async function profile(id: string, studyGrant: string | null): Promise<Profile | null | undefined> {
  const [entity] = await member.entities<Profile>([{ __typename: 'Volunteer', id, studyGrant }], selection, {
    as: viewer,
  });
  return entity;
}

beforeAll(async () => {
  member = await startMember({ name: 'university', database, readConfig, createServer, seed: loadDemo });
});
afterAll(() => member.close());

describe('Volunteer.enrolments', () => {
  test('is null without a grant', async () => {
    expect(await profile(persona.id, null)).toEqual({ id: persona.id, enrolments: null });
  });

  test('is there with a grant for this person, viewer and member', async () => {
    const found = await profile(persona.id, await member.grant({ person: persona.id, viewer }));
    expect(found?.enrolments).toMatchObject([{ organization: { id: university } }]);
  });

  test('is null with a grant that was made for another person or another viewer', async () => {
    const forOther = await member.grant({ person: world.person(1).id, viewer });
    const forOtherViewer = await member.grant({ person: persona.id, viewer: volunteerViewer(newId()) });
    const forged = `${forOther.slice(0, -4)}AAAA`;
    for (const grant of [forOther, forOtherViewer, forged]) {
      expect((await profile(persona.id, grant))?.enrolments).toBeNull();
    }
  });

  test('shows the rows of those tenants only that the grant names', async () => {
    const foreign = await member.grant({ person: persona.id, viewer, basis: 'owner', tenants: [newId()] });
    expect((await profile(persona.id, foreign))?.enrolments).toEqual([]);
    const own = await member.grant({ person: persona.id, viewer, basis: 'owner', tenants: [university] });
    expect((await profile(persona.id, own))?.enrolments).toHaveLength(1);
  });

  test('costs the same number of statements for 50 people as for 5', async () => {
    const representations = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const { id } = world.person(index);
        return { __typename: 'Volunteer', id, studyGrant: await member.grant({ person: id, viewer }) };
      }),
    );
    await member.entities(representations.slice(0, 5), selection, { as: viewer });
    const few = member.statements();
    await member.entities(representations, selection, { as: viewer });
    expect(few).toBeGreaterThan(0);
    expect(member.statements()).toBe(few);
  });
});

test('a direct call without the gateway’s assertion gets 401 and nothing else', async () => {
  const bodies = [
    `{ faculties { nodes { id } } }`,
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
  const first = await member.query<{
    programmes: { nodes: { name: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
  }>(`{ programmes(first: 2) { nodes { name } pageInfo { endCursor hasNextPage } } }`, { language: 'en' });
  expect(first.data?.programmes.nodes).toHaveLength(2);
  expect(first.data?.programmes.pageInfo.hasNextPage).toBe(true);
  const second = await member.query<{ programmes: { nodes: { name: string }[] } }>(
    `query ($after: String) { programmes(first: 2, after: $after) { nodes { name } } }`,
    { variables: { after: first.data?.programmes.pageInfo.endCursor }, language: 'az' },
  );
  expect(second.data?.programmes.nodes).toHaveLength(2);
  const foreign = await member.query(`{ programmes(after: "W3siJG5lIjpudWxsfV0") { nodes { id } } }`);
  expect(foreign.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
