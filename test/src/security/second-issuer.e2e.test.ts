import { createDemoData } from '@birlik/demo-data';
import type { Answer } from '@birlik/test-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { graphAudience, startForeignIssuers, type ForeignIssuers } from '../testkit/foreign-issuers.js';
import { inTurns, nothingSaid, openWalk, saidBy, type OperationWalk } from '../testkit/operation-walk.js';
import type { SampleOperation } from '../testkit/operations.js';
import { startTestStack, type TestStack } from '../testkit/stack.js';

const { person, organization, personas } = createDemoData();
const scope = 'graph:read graph:write';
const [anna, omar] = [person(0).id, person(1).id];

/** Identity providers whose tokens the gateway accepts, beside that of the personas. */
const paths = {
  unknown: 'unknown',
  // As another one has them: roles at a path, and another name of the client.
  withoutClaims: 'realms/other',
  one: 'one',
  two: 'two',
} as const;
const admitted = [paths.withoutClaims, paths.one, paths.two];

let issuers: ForeignIssuers;
let federation: TestStack;
let walk: OperationWalk;

beforeAll(async () => {
  issuers = await startForeignIssuers();
  const accepted = Object.values(paths).map((path) => ({
    issuer: issuers.at(path),
    audience: graphAudience,
    ...(path === paths.withoutClaims && {
      tokenType: 'JWT' as const,
      claims: { roles: 'realm_access.roles', client: 'azp', organization: 'birlik.org', volunteer: 'birlik.volunteer' },
    }),
  }));
  // The gateway asks anew at each request; otherwise it would after half a minute.
  federation = await startTestStack({ AUTHORIZATION_STATUS_FRESH_MS: '1' }, {}, accepted);
  walk = await openWalk(federation, 'recruitment');
  // The plans are made before answers are compared.
  await inTurns(await operationsFor(paths.unknown, 'admin'), async (operation) => void (await walk.ask(operation)));
  for (const path of admitted) {
    await asOffice('mutation ($input: IssuerInput!) { done: admitIssuer(input: $input) { __typename } }', {
      issuer: issuers.at(path),
      claims: [],
    });
  }
});
afterAll(async () => {
  await walk.close();
  await federation.close();
  await issuers.close();
});

async function asOffice(mutation: string, input: object): Promise<void> {
  const { data, errors } = await federation.ask<{ done: { __typename: string } }>(mutation, {
    token: await federation.stack.token('admin'),
    variables: { input },
  });
  expect(errors).toBeUndefined();
  expect(data?.done.__typename).not.toMatch(/Problem$/);
}

/** A token of somebody of the personas' subjects that claims as much as there is. */
function greedyToken(path: string, key: string): Promise<string> {
  const persona = personas.find((one) => one.key === key);
  const { sub = '', volunteerId, organizationId, roles = [] } = persona ?? {};
  const volunteer = volunteerId ?? anna;
  const org = organizationId ?? organization('registry-office').id;
  const claimed = [
    ...new Set([...roles, 'admin', 'officer', 'coordinator', 'analyst', 'safeguarding_lead', 'volunteer']),
  ];
  // A system has no role beside its own.
  const held = roles.includes('system') ? ['system'] : claimed;
  return path === paths.withoutClaims
    ? issuers.token(
        issuers.at(path),
        { sub, azp: sub, scope, birlik: { org, volunteer }, realm_access: { roles: held } },
        'JWT',
      )
    : issuers.token(issuers.at(path), { sub, client_id: sub, scope, org, volunteer, roles: held });
}

/** Every operation, about what concerns a persona, with the ids that its subject sees at a provider that says nothing. */
function operationsFor(path: string, key: string): Promise<SampleOperation[]> {
  const persona = personas.find((one) => one.key === key);
  const { sub = '', volunteerId = null, organizationId = null } = persona ?? {};
  const nobody = { issuer: issuers.at(path), sub, volunteerId: null, organizationId: null, roles: [] };
  return walk.operationsFor({ volunteerId, organizationId, idOf: federation.idsFor(nobody).hide });
}

describe.each([paths.unknown, paths.withoutClaims])('the tokens of a second issuer, at %s', (path) => {
  test.each(['admin', 'volunteer', 'union-officer', 'union-system'])(
    'that claim everything of the subject of %s read nothing that nobody reads, and change nothing',
    async (key) => {
      const token = await greedyToken(path, key);
      const operations = await operationsFor(path, key);
      const toldToNobody = walk.toldToNobody();
      const before = await walk.stateOf();
      const wrong: string[] = [];
      await inTurns(operations, async (operation) => {
        const said = saidBy(await walk.ask(operation, { token }));
        if (said === nothingSaid || said === (await toldToNobody(operation))) return;
        wrong.push(`${operation.name}: ${said.slice(0, 300)}`);
      });
      expect(wrong).toEqual([]);
      expect(operations.length).toBeGreaterThan(100);
      expect(await walk.stateOf()).toEqual(before);
    },
  );
});

test('the same claims of the issuer that may make them are believed, so that the walk would show it', async () => {
  const { data } = await federation.ask<{ viewerIdentity: object }>('{ viewerIdentity { organizationId mayAct } }', {
    as: 'admin',
  });
  expect(data?.viewerIdentity).toEqual({ organizationId: organization('registry-office').id, mayAct: true });
});

describe('a token of a second issuer', () => {
  const everything = {
    sub: personas.find(({ key }) => key === 'admin')?.sub,
    scope,
    org: organization('registry-office').id,
    volunteer: anna,
    roles: ['admin', 'officer'],
  };
  const nobody = { volunteerId: null, organizationId: null, roles: [], mayAct: false };
  const identify = async (issuer: string, claims: object) =>
    federation.ask('{ viewerIdentity { volunteerId organizationId roles mayAct } me { name } }', {
      token: await issuers.token(issuer, { ...claims }),
    });

  test.each([
    ['in capital letters', { ORG: everything.org, Volunteer: anna, Roles: ['admin'] }],
    [
      'as an id in capital letters',
      { ...everything, org: everything.org.toUpperCase(), volunteer: anna.toUpperCase() },
    ],
    ['below another name', { birlik: everything, realm_access: everything }],
    ['of more organisations', { ...everything, organizations: [everything.org], mayAct: true }],
    ['with the names that members hear', { volunteerId: anna, organizationId: everything.org, claims: everything }],
  ])('that claims %s signs in nobody', async (_how, claims) => {
    for (const path of [paths.unknown, paths.one]) {
      const { data, errors } = await identify(issuers.at(path), { sub: everything.sub, scope, ...claims });
      expect(errors).toBeUndefined();
      expect(data).toEqual({ viewerIdentity: nobody, me: null });
    }
  });

  test.each([
    ['an organisation as a list', { org: [everything.org] }],
    ['a volunteer as a list', { volunteer: [anna] }],
    ['an organisation as an object', { org: { id: everything.org } }],
    ['a role as a text', { roles: 'admin' }],
    ['roles as an object', { roles: { admin: true } }],
    ['a subject as a list', { sub: [everything.sub] }],
    ['no subject', { sub: undefined }],
  ])('that has %s is refused', async (_what, claims) => {
    const { status, errors } = await identify(issuers.at(paths.one), { ...everything, ...claims });
    expect(status).toBe(401);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });

  test('that calls itself one of the personas’ issuer, nearly or altogether, is refused', async () => {
    const { issuer } = federation.stack;
    for (const name of [
      issuer,
      `${issuer}/`,
      issuer.toUpperCase(),
      ` ${issuer}`,
      issuer.replace('127.0.0.1', 'localhost'),
    ]) {
      const { status, errors } = await identify(name, everything);
      expect([name, status, errors?.[0]?.extensions.code]).toEqual([name, 401, 'UNAUTHENTICATED']);
    }
  });
});

describe('two issuers that both know the same subject', () => {
  const subject = 'the-same';
  const bearers = [
    { path: paths.one, volunteerId: anna },
    { path: paths.two, volunteerId: omar },
  ] as const;
  interface Request {
    readonly key?: string;
    readonly variables?: Readonly<Record<string, unknown>>;
  }
  const send = async <Data>(path: string, query: string, request: Request = {}): Promise<Answer<Data>> => {
    const token = await issuers.token(issuers.at(path), { sub: subject, client_id: 'app', scope });
    return federation.ask<Data>(query, { token, purpose: 'recruitment', ...request });
  };
  const ask = async <Data>(path: string, query: string, request: Request = {}): Promise<Data> => {
    const { data, errors } = await send<Data>(path, query, request);
    expect(errors).toBeUndefined();
    if (!data) throw new Error('There is no answer.');
    return data;
  };

  /** The id of a person as whoever is bound there sees it. */
  const idOf = (path: string, person: string) => {
    const volunteerId = bearers.find((bearer) => bearer.path === path)?.volunteerId ?? null;
    return federation
      .idsFor({ issuer: issuers.at(path), sub: subject, volunteerId, organizationId: null, roles: [] })
      .hide(person);
  };

  beforeAll(async () => {
    for (const { path, volunteerId } of bearers) {
      await asOffice('mutation ($input: BindIdentityInput!) { done: bindIdentity(input: $input) { __typename } }', {
        issuer: issuers.at(path),
        subject,
        volunteerId: await federation.idFor('admin', volunteerId),
      });
    }
  });

  test('are the two people whom the office bound, each with a profile and an export of their own', async () => {
    for (const { path, volunteerId } of bearers) {
      const { me } = await ask<{ me: { id: string; identityBindings: object[] } }>(
        path,
        '{ me { id identityBindings { issuer subject } } }',
      );
      expect(me.id).toBe(idOf(path, volunteerId));
      expect(me.identityBindings).toContainEqual({ issuer: issuers.at(path), subject });
      const others = bearers.filter((one) => one.path !== path).map((one) => issuers.at(one.path));
      expect(JSON.stringify(me)).not.toContain(others[0]);
    }
  });

  test('give consents apart, also with one idempotency key, and withdraw none of each other', async () => {
    const give = `mutation ($input: GiveConsentInput!) { done: giveConsent(input: $input) { ... on Consent { id } } }`;
    const input = { category: 'STUDY', purpose: 'recruitment', recipientOrganizationId: organization('ivc').id };
    const given = new Map<string, string>();
    for (const { path } of bearers) {
      const once = await ask<{ done: { id: string } }>(path, give, { key: 'one-key', variables: { input } });
      const again = await ask<{ done: { id: string } }>(path, give, { key: 'one-key', variables: { input } });
      expect(once.done.id).toEqual(expect.any(String));
      expect(again).toEqual(once);
      given.set(path, once.done.id);
    }
    expect(new Set(given.values()).size).toBe(2);
    for (const { path } of bearers) {
      const { me } = await ask<{ me: { consents: { id: string }[] } }>(path, '{ me { consents { id } } }');
      const own = new Set(me.consents.map(({ id }) => id));
      expect([...given.values()].filter((id) => own.has(id))).toEqual([given.get(path)]);
    }
    const [of1 = '', of2 = ''] = given.values();
    const withdraw = `mutation ($id: ID!) { done: withdrawConsent(id: $id) { __typename ... on Consent { id withdrawnAt } } }`;
    const foreign = await send(paths.two, withdraw, { variables: { id: of1 } });
    expect(foreign.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    const own = await ask<{ done: { withdrawnAt: string } }>(paths.two, withdraw, { variables: { id: of2 } });
    expect(own.done.withdrawnAt).not.toBeNull();
    const { me } = await ask<{ me: { consents: { id: string; withdrawnAt: string | null }[] } }>(
      paths.one,
      '{ me { consents { id withdrawnAt } } }',
    );
    expect(me.consents).toContainEqual({ id: of1, withdrawnAt: null });
  });

  test('see in the log what was read of themselves alone, which notes of each of them who it was', async () => {
    const read = (path: string, of: string, operation: string) =>
      ask(path, `query ${operation}($id: ID!) { volunteer(id: $id) { name enrolments { status } } }`, {
        variables: { id: idOf(path, of) },
      });
    const { one, two } = paths;
    await read(one, anna, 'OneReadsAnna');
    await read(two, anna, 'TwoReadsAnna');
    const { rows } = await walk.ownerOf('registry').query<{ operation: string; issuer: string; self: boolean }>(
      `select distinct operation, viewer_issuer as issuer, by_self as self from access_log
        where volunteer_id = $1 and viewer = $2 and operation like '%ReadsAnna' order by 1`,
      [anna, subject],
    );
    expect(rows).toEqual([
      { operation: 'OneReadsAnna', issuer: issuers.at(one), self: true },
      { operation: 'TwoReadsAnna', issuer: issuers.at(two), self: false },
    ]);
    const seenBy = async (path: string) => {
      const log = '{ me { whoViewedMyData(first: 50) { nodes { bySelf operation } } } }';
      const { me } = await ask<{ me: { whoViewedMyData: { nodes: { operation: string | null }[] } } }>(path, log);
      return me.whoViewedMyData.nodes.map(({ operation }) => operation).filter((name) => name?.endsWith('ReadsAnna'));
    };
    expect(new Set(await seenBy(one))).toEqual(new Set(['OneReadsAnna', 'TwoReadsAnna']));
    expect(await seenBy(two)).toEqual([]);
  });

  test('order and take back erasures apart', async () => {
    const asked = async (path: string) => {
      const { erasure } = await ask<{ erasure: object | null }>(path, '{ erasure: myErasure { id withdrawnAt } }');
      return erasure;
    };
    const other = await asked(paths.two);
    expect(await asked(paths.one)).toBeNull();
    await ask(paths.one, 'mutation { requestErasure { ... on ErasureRequest { id } } }');
    expect(await asked(paths.one)).toMatchObject({ withdrawnAt: null });
    expect(await asked(paths.two)).toEqual(other);
    await ask(paths.one, 'mutation { withdrawErasure { ... on ErasureRequest { id } } }');
    expect(await asked(paths.one)).toBeNull();
    expect(await asked(paths.two)).toEqual(other);
  });

  test('end at once where the office withdraws one of them, and the other one stays', async () => {
    await asOffice('mutation ($input: WithdrawIssuerInput!) { done: withdrawIssuer(input: $input) { __typename } }', {
      issuer: issuers.at(paths.two),
      reason: 'test',
    });
    expect(await ask(paths.two, '{ me { id } }')).toEqual({ me: null });
    expect(await ask(paths.one, '{ me { id } }')).toEqual({ me: { id: idOf(paths.one, anna) } });
  });
});
