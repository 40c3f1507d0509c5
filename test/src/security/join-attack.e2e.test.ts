import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { actingOrganization } from '@birlik/kernel/context';
import { ORGANIZATION_ROLES } from '@birlik/gateway/pairwise/sector';
import { createWorld } from '@birlik/world';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestHouse, type TestHouse } from '../testkit/house.js';
import { attack, type ExportedPerson } from './join-attack.js';

const gatewayModule = fileURLToPath(new URL('../../../gateway/dist/main.js', import.meta.url));
const world = createWorld();
/** A volunteer in both lists is a volunteer of the union's and of the ASAN School's own. */
const UNION = { persona: 'union-officer', ownList: 'servingVolunteers' } as const;
const AGENCY = { persona: 'asan-school-officer', ownList: 'programmeVolunteers' } as const;
/** The attack is on so many people whom both list. */
const PEOPLE = 120;
/** Whoever draws lots joins one person rightly on average, and so many once in 10^9 times. */
const CHANCE = 12;
/** All ids below a person that their viewer may or may not see. */
const PARTS = `affiliations { id } enrolments { id } programmeRecord { id master1 { id } master2 { id } } certificates { id }
  applications { id } alumniProfile { id } mentorships { id mentor { id } } creativeRecord { applications { id } } consents { id }`;

type Member = typeof UNION | typeof AGENCY;
interface Edge {
  readonly cursor: string;
  readonly node: { readonly id: string };
}
type Page = Readonly<Record<string, { edges: Edge[]; pageInfo: { endCursor: string; hasNextPage: boolean } } | null>>;

let federation: TestHouse;
let plain: ChildProcess;
let plainUrl: string;
beforeAll(async () => {
  federation = await startTestHouse();
  // Beside the gateway of the house stands one without keys, before the same members.
  const variables = parseEnv(await readFile(federation.house.folder.environment('gateway'), 'utf8'));
  plain = fork(gatewayModule, {
    env: { ...variables, PORT: '0', PAIRWISE_KEYS: '', SUPERGRAPH_LAST_GOOD_FILE: '', LOG_LEVEL: 'silent' },
  });
  const [{ port }] = (await once(plain, 'message')) as [{ port: number }];
  plainUrl = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  plain.kill();
  await federation.close();
});

async function send(gateway: string, persona: string, query: string, variables: object = {}) {
  const response = await fetch(`${gateway}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await federation.house.token(persona)}`,
      'birlik-purpose': 'recruitment',
    },
    body: JSON.stringify({ query, variables }),
  });
  return { response, text: await response.text() };
}

/** A whole list: the ids in its order, with their cursors. */
async function readList(gateway: string, persona: string, list: string): Promise<readonly Edge[]> {
  const edges: Edge[] = [];
  const query = `query ($after: String) { ${list}(first: 100, after: $after) { edges { cursor node { id } } pageInfo { endCursor hasNextPage } } }`;
  let after: string | null = null;
  do {
    const { text } = await send(gateway, persona, query, { after });
    const { data } = JSON.parse(text) as { data: Page };
    const page: Page[string] = data[list] ?? null;
    if (page === null) throw new Error(`There is no list ${list}: ${text}`);
    edges.push(...page.edges);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return edges;
}

/** Everything that a member gets of some people, in the order of its list, and who they are. */
async function exportOf(gateway: string, { persona, ownList }: Member, reveal: (id: string) => string) {
  const listed = await readList(gateway, persona, 'volunteers');
  const own = new Map(
    (await readList(gateway, persona, ownList)).map((edge, place) => [edge.node.id, { ...edge, place }]),
  );
  const place = (index: number | undefined) => String(index ?? -1).padStart(6, '0');
  const people = new Map<string, () => Promise<ExportedPerson>>();
  listed.forEach(({ cursor, node: { id } }, index) => {
    people.set(reveal(id), async () => {
      const bare = await send(gateway, persona, 'query ($id: ID!) { volunteer(id: $id) { id } }', { id });
      const parts = await send(gateway, persona, `query ($id: ID!) { volunteer(id: $id) { ${PARTS} } }`, { id });
      const headers = [...bare.response.headers].filter(([name]) => name !== 'date');
      return {
        id,
        cursor,
        place: place(index),
        ownCursor: own.get(id)?.cursor ?? '',
        ownPlace: place(own.get(id)?.place),
        headers: JSON.stringify(headers),
        parts: (parts.text.match(/"id":"[^"]+"/g) ?? []).join(),
        error: (await send(gateway, persona, 'query ($id: ID!) { volunteer(id: $id) { id } }', { id: `${id}x` })).text,
      };
    });
  });
  return people;
}

/** The exports of both members about the same people, and where the left one's people stand in the right one. */
async function exportsOfBoth(gateway: string, reveal: (persona: string, id: string) => string) {
  const left = await exportOf(gateway, UNION, (id) => reveal(UNION.persona, id));
  const right = await exportOf(gateway, AGENCY, (id) => reveal(AGENCY.persona, id));
  const chosen = new Set(
    [...left.keys()]
      .filter((id) => right.has(id))
      .toSorted()
      .slice(0, PEOPLE),
  );
  expect(chosen.size).toBe(PEOPLE);
  const leftIds = [...left.keys()].filter((id) => chosen.has(id));
  const rightIds = [...right.keys()].filter((id) => chosen.has(id));
  const read = async (people: typeof left, ids: readonly string[]) => {
    const rows: ExportedPerson[] = [];
    for (const id of ids) rows.push(await (people.get(id) as () => Promise<ExportedPerson>)());
    return rows;
  };
  return {
    left: await read(left, leftIds),
    right: await read(right, rightIds),
    truth: leftIds.map((id) => rightIds.indexOf(id)),
    leftIds,
    rightIds,
  };
}

describe('two organisations that put their exports together', () => {
  test('join no more people than by drawing lots, whatever they compare', async () => {
    const { left, right, truth } = await exportsOfBoth(
      federation.house.gatewayUrl,
      (persona, id) => federation.idsOf(persona).reveal(id) ?? 'not understood',
    );
    expect(left.every(({ id, parts }) => id?.startsWith('p1.') === true && parts?.includes('p1.'))).toBe(true);
    const found = attack(left, right, truth);
    expect(found.length).toBeGreaterThan(200);
    for (const { how, right: joined } of found) expect(joined, how).toBeLessThan(CHANCE);

    // The same attacker on the same people, once they stand in one order for both.
    const ids = federation.idsOf(UNION.persona);
    const sorted = left.toSorted((one, other) =>
      (ids.reveal(one['id'] ?? '') ?? '') < (ids.reveal(other['id'] ?? '') ?? '') ? -1 : 1,
    );
    const others = federation.idsOf(AGENCY.persona);
    const alike = right.toSorted((one, other) =>
      (others.reveal(one['id'] ?? '') ?? '') < (others.reveal(other['id'] ?? '') ?? '') ? -1 : 1,
    );
    const byOrder = attack(
      sorted,
      alike,
      sorted.map((_, index) => index),
    );
    expect(byOrder.at(-1)).toEqual({ how: 'place in the export', right: PEOPLE });
  });

  test('join everybody when ids are the federation’s', async () => {
    const { left, right, truth } = await exportsOfBoth(plainUrl, (_persona, id) => id);
    const found = new Map(attack(left, right, truth).map(({ how, right: joined }) => [how, joined]));
    expect(found.get('equal id and id')).toBe(PEOPLE);
    expect(found.get('order of id and id')).toBe(PEOPLE);
  });

  test('cannot ask with each other’s ids: every one is refused in the same words, whoever it is', async () => {
    const { house } = federation;
    const [, agency] = [federation.idsOf(UNION.persona), federation.idsOf(AGENCY.persona)];
    const known = [...world.persons()].slice(0, 20).map(({ id }) => agency.hide(id));
    const unknown = known.map((id) => agency.hide(`${agency.reveal(id)?.slice(0, -4)}ffff`));
    const answers = new Set<string>();
    for (const id of [...known, ...unknown, world.person(0).id, 'p1.AAAA']) {
      const { response, text } = await send(house.gatewayUrl, UNION.persona, `{ volunteer(id: "${id}") { name } }`);
      const names = [...response.headers.keys()].toSorted().join();
      answers.add(`${response.status} ${names} ${response.headers.get('content-length')} ${text}`);
    }
    expect([...answers]).toEqual([expect.stringContaining('"code":"BAD_USER_INPUT"')]);
  });
});

test('the gateway knows the same roles of an organisation as its members', () => {
  const organizationId = world.organization('uvoa').id;
  const roles = [...new Set(world.personas.flatMap((persona) => persona.roles)), 'stranger'];
  const acts = (role: string) =>
    actingOrganization({
      issuer: '',
      sub: '',
      volunteerId: null,
      organizationId,
      roles: [role],
      scopes: [],
      client: null,
    }) !== null;
  expect(roles.filter(acts).toSorted()).toEqual(roles.filter((role) => ORGANIZATION_ROLES.has(role)).toSorted());
  expect([...ORGANIZATION_ROLES].every(acts)).toBe(true);
});
