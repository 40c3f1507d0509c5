import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, type Answer } from '@birlik/test-client';
import { startTestStack, type TestStack } from '../testkit/stack.js';
import { attack, type ExportedPerson } from './join-attack.js';

const demo = createDemoData();
/** A volunteer in both lists is a volunteer of the union's and of the ASAN School's own. */
const UNION = { persona: 'union-officer', ownList: 'servingVolunteers' } as const;
const AGENCY = { persona: 'asan-school-officer', ownList: 'programmeVolunteers' } as const;
/** The attack is on so many people whom both list. */
const PEOPLE = 60;
/** Whoever draws lots joins one person rightly on average, and so many once in 10^9 times. */
const CHANCE = 12;
/** The stack starts, and both lists are read to their ends. */
const LONG_MS = 600_000;
/** All ids below a person that their viewer may or may not see. */
const PARTS = `affiliations { id } enrolments { id } programmeRecord { id } certificates { id }
  applications { id } alumniProfile { id } mentorships { id mentor { id } } creativeRecord { applications { id } } consents { id }`;

type Member = typeof UNION | typeof AGENCY;
interface Edge {
  readonly cursor: string;
  readonly node: { readonly id: string };
}
/** In a list of the member's own the person stands below the entry. */
type ReadEdge = Edge | { readonly cursor: string; readonly node: { readonly volunteer: Edge['node'] } };
type Page = Readonly<
  Record<string, { edges: ReadEdge[]; pageInfo: { endCursor: string; hasNextPage: boolean } } | null>
>;

let federation: TestStack;
let exported: Exports;
const tokens = new Map<string, string>();
beforeAll(async () => {
  federation = await startTestStack();
  for (const { persona } of [UNION, AGENCY]) tokens.set(persona, await federation.stack.token(persona));
  exported = await exportsOfBoth();
}, LONG_MS);
afterAll(() => federation.close());

/** The federation's id that a text holds for the viewer. */
const reveal = (persona: string, text: string) => federation.idsOf(persona).reveal(text) ?? 'not understood';

function send(
  persona: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Answer<Page>> {
  const headers = { authorization: `Bearer ${tokens.get(persona)}`, 'birlik-purpose': 'recruitment' };
  return ask<Page>(`${federation.stack.gatewayUrl}/graphql`, query, { variables, headers });
}

/** A whole list: the ids in its order, with their cursors. */
async function readList(persona: string, list: string): Promise<readonly Edge[]> {
  const node = list === 'volunteers' ? 'node { id }' : 'node { volunteer { id } }';
  const edges: Edge[] = [];
  const query = `query ($after: String) { ${list}(first: 100, after: $after) { edges { cursor ${node} } pageInfo { endCursor hasNextPage } } }`;
  let after: string | null = null;
  do {
    const { data, text }: Answer<Page> = await send(persona, query, { after });
    const page: Page[string] = data?.[list] ?? null;
    if (page === null) throw new Error(`There is no list ${list}: ${text}`);
    edges.push(
      ...page.edges.map(({ cursor, node: one }) => ({ cursor, node: 'volunteer' in one ? one.volunteer : one })),
    );
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return edges;
}

/** What a member gets of the people in its list. */
interface Reader {
  /** The federation's ids of the people, in the order of the list. */
  readonly listed: readonly string[];
  /** Everything that it gets of one of them by that id. */
  read(person: string): Promise<ExportedPerson>;
  /** All ids in what it read so far. */
  readonly seen: ReadonlySet<string>;
}

async function readerFor({ persona, ownList }: Member): Promise<Reader> {
  const edges = await readList(persona, 'volunteers');
  const own = await readList(persona, ownList);
  const place = (list: readonly Edge[], id: string) =>
    String(list.findIndex(({ node }) => node.id === id)).padStart(6, '0');
  const byPerson = new Map(edges.map((edge) => [reveal(persona, edge.node.id), edge]));
  const seen = new Set<string>();
  return {
    listed: [...byPerson.keys()],
    seen,
    async read(person) {
      const { cursor, node } = byPerson.get(person) as Edge;
      const { id } = node;
      const ask = (selection: string, asked = id) =>
        send(persona, `query ($id: ID!) { volunteer(id: $id) { ${selection} } }`, { id: asked });
      const [bare, parts, error] = await Promise.all([ask('id'), ask(PARTS), ask('id', `${id}x`)]);
      const ids = [...parts.text.matchAll(/"id":"([^"]+)"/g)].map(([, found]) => found ?? '');
      for (const one of [id, ...ids]) seen.add(one);
      return {
        id,
        cursor,
        place: place(edges, id),
        ownCursor: own.find((edge) => edge.node.id === id)?.cursor ?? '',
        ownPlace: place(own, id),
        headers: JSON.stringify([...bare.headers].filter(([name]) => name !== 'date')),
        // How many parts there are is no id's doing, so one stands for all.
        part: ids[0] ?? '',
        error: error.text,
      };
    },
  };
}

/** What both members get of the same people, each in the order of its list. */
interface Exports {
  readonly left: readonly ExportedPerson[];
  readonly right: readonly ExportedPerson[];
  /** Where the person of each place of the left export stands in the right one. */
  readonly truth: readonly number[];
  readonly seenByLeft: ReadonlySet<string>;
  readonly seenByRight: ReadonlySet<string>;
}

async function exportsOfBoth(): Promise<Exports> {
  const [left, right] = [await readerFor(UNION), await readerFor(AGENCY)];
  const inRight = new Set(right.listed);
  const both = left.listed.filter((person) => inRight.has(person));
  const chosen = new Set(both.toSorted().slice(0, PEOPLE));
  expect(chosen.size).toBe(PEOPLE);
  const exportOf = async ({ listed, read }: Reader) => {
    const people: ExportedPerson[] = [];
    const order = listed.filter((person) => chosen.has(person));
    for (const person of order) people.push(await read(person));
    return { people, order };
  };
  const [one, other] = [await exportOf(left), await exportOf(right)];
  return {
    left: one.people,
    right: other.people,
    truth: one.order.map((person) => other.order.indexOf(person)),
    seenByLeft: left.seen,
    seenByRight: right.seen,
  };
}

/** What a gateway would give out that hides no ids: the same texts, revealed where they hold one. */
function unhidden(people: readonly ExportedPerson[], persona: string): readonly ExportedPerson[] {
  const ids = federation.idsOf(persona);
  const plain = (person: ExportedPerson) =>
    Object.fromEntries(Object.entries(person).map(([name, text]) => [name, ids.reveal(text) ?? text]));
  return people.map(plain);
}

describe('two organisations that put their exports together', () => {
  test('join no more people than by drawing lots, whatever they compare', () => {
    const { left, right, truth, seenByLeft, seenByRight } = exported;
    const isHidden = ({ id, part }: ExportedPerson) => [id, part].every((text) => text?.startsWith('p1.'));
    expect([...left, ...right].every(isHidden)).toBe(true);
    expect([...seenByLeft].filter((id) => seenByRight.has(id))).toEqual([]);
    const found = attack(left, right, truth);
    expect(found.length).toBeGreaterThan(200);
    for (const { how, right: joined } of found) expect(joined, how).toBeLessThan(CHANCE);

    // The same attacker and the same people, when both lists are in one order.
    const inOneOrder = (people: readonly ExportedPerson[], persona: string) =>
      people.toSorted((one, other) => (reveal(persona, one['id'] ?? '') < reveal(persona, other['id'] ?? '') ? -1 : 1));
    const joined = attack(
      inOneOrder(left, UNION.persona),
      inOneOrder(right, AGENCY.persona),
      left.map((_, index) => index),
    );
    expect(joined).toContainEqual({ how: 'place in the export', right: PEOPLE });
  });

  test('join everybody when ids are the federation’s', () => {
    const { truth, seenByLeft, seenByRight } = exported;
    const [left, right] = [unhidden(exported.left, UNION.persona), unhidden(exported.right, AGENCY.persona)];
    const found = new Map(attack(left, right, truth).map(({ how, right: joined }) => [how, joined]));
    expect(found.get('equal id and id')).toBe(PEOPLE);
    expect(found.get('order of id and id')).toBe(PEOPLE);
    const known = new Set([...seenByLeft].map((id) => reveal(UNION.persona, id)));
    const common = [...seenByRight].filter((id) => known.has(reveal(AGENCY.persona, id)));
    expect(common.length).toBeGreaterThan(PEOPLE);
  });

  test('cannot ask with each other’s ids: every one is refused in the same words, whoever it is', async () => {
    const agency = federation.idsOf(AGENCY.persona);
    const people = Array.from({ length: 20 }, (_, index) => demo.person(index).id);
    const known = people.map((id) => agency.hide(id));
    const unknown = people.map((id) => agency.hide(`${id.slice(0, -4)}ffff`));
    const answers = new Set<string>();
    for (const id of [...known, ...unknown, demo.person(0).id, 'p1.AAAA']) {
      const { status, headers, text } = await send(UNION.persona, `{ volunteer(id: "${id}") { name } }`);
      const names = [...headers.keys()].toSorted().join();
      answers.add(`${status} ${names} ${headers.get('content-length')} ${text}`);
    }
    expect([...answers]).toEqual([expect.stringContaining('"code":"BAD_USER_INPUT"')]);
  });
});
