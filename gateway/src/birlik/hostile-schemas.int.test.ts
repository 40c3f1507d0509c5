import { describe, expect, test } from 'vitest';
import { post } from '@birlik/test-client';
import { signWord } from '@birlik/member-rules/word';
import { exportJWK, generateKeyPair } from 'jose';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { honestMembers } from '../../../schema/member-rules/testing/honest-members.js';
import { hostileSchemas } from '../../../schema/member-rules/testing/hostile-schemas.js';
import type { ConfigInput } from '../config/config.js';
import { createGateway, createLogger, type Gateway } from '../server.js';
import { testConfig } from '../../testing/federation.js';
import { createBirlikTrust } from './birlik-trust.js';

const settingsFor: Partial<ConfigInput> = {
  pairwise: { keys: [{ kid: 'p1', key: Buffer.alloc(32).toString('base64url') }] },
  authorizationStatus: {
    authority: 'registry',
    document: '{ viewerIdentity { volunteerId organizationId roles mayAct } }',
  },
};

/** By a composer that knows none of our rules; undefined: it refuses. */
function composed(members: ReadonlyMap<string, string>): string | undefined {
  const services = [...members].map(([name, sdl]) => ({ name, url: 'http://127.0.0.1:1', typeDefs: parse(sdl) }));
  return composeServices(services).supergraphSdl;
}

const honest = composed(honestMembers) ?? '';

function start(supergraph: string, more: Partial<ConfigInput> = {}): Promise<Gateway> {
  const settings = testConfig({ ...settingsFor, ...more });
  return createGateway({
    supergraph,
    settings,
    logger: createLogger('silent'),
    trust: (own) => createBirlikTrust(settings, own),
  });
}

/** The reason for which a gateway that serves the honest members does not serve a supergraph; null: it does. */
async function refusalOf(supergraph: string, before = honest): Promise<string | null> {
  const gateway = await start(before);
  try {
    await gateway.reload(supergraph);
    return null;
  } catch (error) {
    return String(error);
  } finally {
    await gateway.close();
  }
}

/** The honest supergraph with a text replaced, as a composer would not make it. */
function patched(...changes: readonly (readonly [string | RegExp, string])[]): string {
  let text = honest;
  for (const [from, to] of changes) {
    const next = text.replaceAll(from instanceof RegExp ? new RegExp(from, 'g') : from, to);
    if (next === text) throw new Error(`The supergraph has no ${from}.`);
    text = next;
  }
  return text;
}

const byComposer = Object.entries(hostileSchemas).flatMap(([rule, schemas]) =>
  schemas.flatMap(({ disguise, members, seenAs }) => {
    const supergraph = composed(members);
    return supergraph === undefined || supergraph === honest ? [] : [{ rule: seenAs ?? rule, disguise, supergraph }];
  }),
);

const byHand: readonly { readonly rule: string; readonly disguise: string; readonly supergraph: string }[] = [
  {
    rule: 'FIELD_SHARED',
    disguise: 'a name',
    supergraph: patched([
      / {2}name: String @join__field\(graph: REGISTRY\)\n(?= {2}contact)/,
      '  name: String @join__field(graph: REGISTRY) @join__field(graph: GUEST)\n',
    ]),
  },
  {
    rule: 'TYPE_REDECLARED',
    disguise: 'a contact',
    supergraph: patched([
      'type Contact @join__type(graph: REGISTRY)',
      'type Contact @join__type(graph: REGISTRY) @join__type(graph: GUEST)',
    ]),
  },
  {
    rule: 'GRANT_EXPOSED',
    disguise: 'all decisions',
    supergraph: patched([/(studyGrant: Grant|healthGrant: Grant|scalar Grant)(.*) @inaccessible/, '$1$2']),
  },
  {
    rule: 'TAG_SPOOFED',
    disguise: 'a second owner of a decision',
    supergraph: patched([
      '@tag(name: "grant-of/university")',
      '@tag(name: "grant-of/university") @tag(name: "grant-of/guest")',
    ]),
  },
  {
    rule: 'DIRECTIVE_RENAMED',
    disguise: 'the tags',
    supergraph: patched([
      '@link(url: "https://specs.apollo.dev/tag/v0.3")',
      '@link(url: "https://specs.apollo.dev/tag/v0.3", as: "note")',
    ]),
  },
];

describe.each([...byComposer, ...byHand])('$rule: $disguise', ({ rule, supergraph }) => {
  test('does not start, and does not take over from the one that is served', async () => {
    await expect(start(supergraph)).rejects.toThrow(`${rule}: `);
    expect(await refusalOf(supergraph)).toContain(`${rule}: `);
  });
});

describe('a supergraph that follows another', () => {
  const moved = patched([
    / {2}name: String @join__field\(graph: REGISTRY\)\n(?= {2}contact)/,
    '  name: String @join__field(graph: UNIVERSITY, requires: "studyGrant")\n',
  ]);

  test('takes no field out of another member’s hands', async () => {
    expect(await refusalOf(moved)).toContain('FIELD_TAKEN_OVER: Volunteer.name');
  });

  test('does not make persons shareable between requests', async () => {
    expect(await refusalOf(patched([' @tag(name: "unshared")', '']))).toContain('GUARD_REMOVED: Volunteer');
  });

  test('does not lose its decisions', async () => {
    const without = patched([/ @tag\(name: "grant-of\/\w+"\)/, ''], [' @tag(name: "authorization-status")', '']);
    expect(await refusalOf(without)).toContain('TAG_SPOOFED: Volunteer.studyGrant');
  });
});

describe('a word', () => {
  const members = hostileSchemas['REQUIRES_TAKEN']?.[0]?.members ?? new Map<string, string>();
  const taking = composed(members) ?? '';
  const word = { owner: 'registry', member: 'guest', place: 'Volunteer.name', code: 'REQUIRES_TAKEN' };
  const pair = async () => {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    const { x = '' } = await exportJWK(publicKey);
    return { publicJwk: { kty: 'OKP', crv: 'Ed25519', x } as const, privateJwk: await exportJWK(privateKey) };
  };

  test('of the owner lets a member take the field that it names', async () => {
    const { publicJwk, privateJwk } = await pair();
    const words = { keys: { registry: publicJwk }, words: [await signWord(word, privateJwk)] };
    const gateway = await start(taking, { words });
    const url = `http://127.0.0.1:${await gateway.listen()}/graphql`;
    const answer = await post(url, '{ __type(name: "Volunteer") { fields { name } } }');
    expect(await answer.text()).toContain('risk');
    await gateway.close();
  });

  test('of the owner does not let another member, field or rule pass', async () => {
    const { publicJwk, privateJwk } = await pair();
    for (const other of [{ member: 'university' }, { place: 'Volunteer.contact' }, { code: 'OVERRIDE_TAKEN' }]) {
      const words = { keys: { registry: publicJwk }, words: [await signWord({ ...word, ...other }, privateJwk)] };
      await expect(start(taking, { words })).rejects.toThrow('REQUIRES_TAKEN: ');
    }
  });

  test('that somebody else signed, or that names nobody’s key, is no configuration', async () => {
    const [owner, guest] = [await pair(), await pair()];
    const forged = await signWord(word, guest.privateJwk);
    await expect(start(taking, { words: { keys: { registry: owner.publicJwk }, words: [forged] } })).rejects.toThrow(
      'words: The word 1 is not valid',
    );
    await expect(start(taking, { words: { keys: {}, words: [forged] } })).rejects.toThrow(
      'There is no key of "registry"',
    );
  });
});

test('a supergraph with decisions on persons needs somebody who decides', async () => {
  await expect(start(honest, { authorizationStatus: null })).rejects.toThrow('authorizationStatus');
});

test('a federation that decides on nobody is served whatever its members take of each other', async () => {
  const link =
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@requires", "@external", "@override", "@shareable"])\n';
  const supergraph = composed(
    new Map([
      [
        'one',
        `${link} type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! name: String @shareable personId: String volunteers: [String] }`,
      ],
      [
        'two',
        `${link} scalar JSON type Thing @key(fields: "id") { id: ID! name: String @external more: JSON @requires(fields: "name") personId: String @override(from: "one") }`,
      ],
    ]),
  );
  const served = start(supergraph ?? '', { authorizationStatus: null }).then((gateway) => gateway.close());
  await expect(served).resolves.toBeUndefined();
});
