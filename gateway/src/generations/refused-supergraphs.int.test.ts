import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { post } from '@birlik/test-client';
import { createBirlikTrust } from '../birlik/birlik-trust.js';
import type { ConfigInput } from '../config/config.js';
import { createGateway, createLogger, type Gateway } from '../server.js';
import { compose } from '../../testing/compose.js';
import { testConfig } from '../../testing/federation.js';
import { createSupergraphLoader } from './create-loader.js';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ' +
  '["@key", "@requires", "@external", "@shareable", "@inaccessible", "@interfaceObject", "@tag"])\n';
const supergraphOf = (...subgraphs: readonly string[]) =>
  compose(
    subgraphs.map((typeDefs, index) => ({ name: `s${index}`, url: 'http://127.0.0.1:1', typeDefs: LINK + typeDefs })),
  );

const GOOD = supergraphOf('type Query { n: Int }');
const KEY = { kid: 'p1', key: Buffer.alloc(32).toString('base64url') };
const STATUS = { authority: 's0', document: '{ who { volunteerId organizationId roles mayAct } }' };
const WHO = 'type Who { volunteerId: ID organizationId: ID roles: [String!] mayAct: Boolean }';

/** Supergraphs that must not be served, with a word of the reason. */
const REFUSED: readonly (readonly [string, string, RegExp])[] = [
  [
    'whose union has no member that clients see',
    // Composition would refuse it.
    GOOD.concat('\nunion U = Hidden\ntype Hidden @inaccessible { n: Int }').replace(/n: Int/, 'n: Int u: U'),
    /not valid.*"?U"? must define/i,
  ],
  [
    'whose object has no field that clients see',
    GOOD.concat('\ntype Empty { n: Int @inaccessible }').replace(/n: Int/, 'n: Int e: Empty'),
    /not valid.*Empty must define/i,
  ],
  [
    'whose enum has no value that clients see',
    GOOD.concat('\nenum Kind { A @inaccessible }').replace(/n: Int/, 'n: Int k: Kind'),
    /not valid.*Kind must define/i,
  ],
  [
    'whose object lacks a field of its interface',
    GOOD.concat('\ninterface I { a: Int }\ntype T implements I { b: Int }').replace(/n: Int/, 'n: Int i: I'),
    /not valid.*I\.a/i,
  ],
  [
    'whose client schema names a type that is hidden',
    GOOD.concat('\ntype Hidden @inaccessible { n: Int }').replace(/n: Int/, 'n: Int h: Hidden'),
    /Hidden/,
  ],
  [
    'that would be planned wrongly',
    supergraphOf(
      'type Query { x: X } type X @key(fields: "id") @key(fields: "no") { id: ID! @shareable no: ID! @shareable v: Int @external r: Int @requires(fields: "v") }',
      'type X @key(fields: "id") @key(fields: "no") { id: ID! @shareable no: ID! @shareable v: Int }',
    ),
    /REQUIRES_TWO_KEYS: "X\.r"/,
  ],
  [
    'with texts that hold ids, without keys for them',
    supergraphOf('type Query { cursor: String @tag(name: "pairwise") }'),
    /pairwise\.keys/,
  ],
  [
    'with an argument that holds an id, without keys for it',
    supergraphOf('type Query { n(after: String @tag(name: "pairwise")): Int }'),
    /pairwise\.keys/,
  ],
  [
    'with an inaccessible text that holds an id, without keys for it',
    supergraphOf('type Query { n: Int cursor: String @inaccessible @tag(name: "pairwise") }'),
    /pairwise\.keys/,
  ],
  [
    'that says who viewers are, without the question',
    supergraphOf(`type Query { who: Who @tag(name: "authorization-status") } ${WHO}`),
    /authorizationStatus/,
  ],
];

let folder: string;
let gateway: Gateway | null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'birlik-refused-'));
  gateway = null;
});
afterEach(async () => {
  await gateway?.close();
  await rm(folder, { recursive: true });
});

async function start(config: Partial<ConfigInput>, supergraph: string): Promise<Gateway> {
  const settings = testConfig(config);
  gateway = await createGateway({
    supergraph,
    settings,
    logger: createLogger('silent'),
    trust: (own) => createBirlikTrust(settings, own),
  });
  return gateway;
}

describe.each(REFUSED)('a supergraph %s', (_what, supergraph, reason) => {
  test('does not start, and does not become the last good one', async () => {
    const [file, lastGoodFile] = [join(folder, 'supergraph.graphql'), join(folder, 'last-good.graphql')];
    await writeFile(file, supergraph);
    const { supergraph: source } = testConfig({ supergraph: { file, lastGoodFile } });
    const loader = createSupergraphLoader(source, createLogger('silent'));
    await expect(loader.first(({ sdl }) => start({}, sdl))).rejects.toThrow(reason);
    await expect(readFile(lastGoodFile)).rejects.toThrow('ENOENT');
  });

  test('does not take over from one that is served', async () => {
    const { reload, listen } = await start({}, GOOD);
    const url = `http://127.0.0.1:${await listen()}/graphql`;
    await expect(reload(supergraph)).rejects.toThrow(reason);
    const answer = await post(url, '{ __type(name: "Query") { fields { name } } }');
    expect(await answer.json()).toEqual({ data: { __type: { fields: [{ name: 'n' }] } } });
  });
});

test('what is refused without keys and without the question is served with them', async () => {
  const supergraph = supergraphOf(
    `type Query { cursor: String @tag(name: "pairwise") who: Who @tag(name: "authorization-status") } ${WHO}`,
  );
  const { listen } = await start({ pairwise: { keys: [KEY] }, authorizationStatus: STATUS }, supergraph);
  const url = `http://127.0.0.1:${await listen()}/graphql`;
  expect(await (await post(url, '{ __typename }')).json()).toEqual({ data: { __typename: 'Query' } });
});
