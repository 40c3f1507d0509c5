import { createDemoData } from '@birlik/demo-data';
import {
  officerViewer,
  startMember,
  testIssuer,
  volunteerViewer,
  type Answer,
  type TestMember,
  type Viewer,
} from '@birlik/test/testkit/member';
import { sampleOperations } from '@birlik/test/testkit/operations';
import { buildASTSchema, parse, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { member as subgraph } from '../member.js';

const demo = createDemoData();
const person = volunteerViewer(demo.person(0).id);
const office = officerViewer(demo.organization('registry-office').id, ['officer', 'admin']);
const now = () => Math.floor(Date.now() / 1_000);
const requestErasure = 'mutation { requestErasure { __typename } }';
let member: TestMember;
let schema: GraphQLSchema;

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true, environment: { FRESH_SIGN_IN_SECONDS: '120' } });
  const { data } = await member.query<{ _service: { sdl: string } }>('{ _service { sdl } }');
  schema = buildASTSchema(parse(data?._service.sdl ?? ''), { assumeValidSDL: true });
});
afterAll(() => member.close());

const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions.code;

const signedIn = (viewer: Viewer, secondsAgo: number | null): Viewer => ({
  ...viewer,
  authTime: secondsAgo === null ? null : now() - secondsAgo,
});

test('an operation that needs a fresh sign-in says so, and what cannot be taken back needs one', async () => {
  const needing: string[] = [];
  for (const { name, document, variables } of sampleOperations(schema, (field) =>
    field === 'issuer' ? testIssuer : undefined,
  )) {
    for (const viewer of [person, office]) {
      const answer = await member.query(document, { as: signedIn(viewer, null), variables });
      if (codeOf(answer) === 'FRESH_SIGN_IN_REQUIRED' && !needing.includes(name)) needing.push(name);
    }
  }
  expect(needing.toSorted()).toEqual([
    'Mutation.admitIssuer',
    'Mutation.bindIdentity',
    'Mutation.changeIssuer',
    'Mutation.endIdentityBinding',
    'Mutation.requestErasure',
    'Mutation.withdrawIssuer',
  ]);
  const { rows } = await member.owner.query('select from erasure_request');
  expect(rows).toEqual([]);
});

describe('a request for erasure', () => {
  test.for([
    ['of a while ago', 121],
    ['to come', -3_600],
    ['that is not known', null],
  ] as const)('with a sign-in %s is refused, in the reader’s language, and changes nothing', async ([, secondsAgo]) => {
    const as = signedIn(person, secondsAgo);
    const { data, errors } = await member.query(requestErasure, { as, language: 'ru' });
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      {
        message: 'Для этого войдите заново: с вашего входа прошло больше 120 секунд.',
        extensions: { code: 'FRESH_SIGN_IN_REQUIRED', maxAgeSeconds: 120 },
      },
    ]);
    expect((await member.owner.query('select from erasure_request')).rows).toEqual([]);
  });

  test('is made with a fresh one, and taken back with any', async () => {
    const fresh = await member.query(requestErasure, { as: signedIn(person, 100) });
    expect(fresh.data).toEqual({ requestErasure: { __typename: 'ErasureRequest' } });
    const old = { as: signedIn(person, 86_400) };
    const { data } = await member.query('mutation { withdrawErasure { __typename } }', old);
    expect(data).toEqual({ withdrawErasure: { __typename: 'ErasureRequest' } });
  });

  test('whose answer was lost is not told it again with an old sign-in', async () => {
    const key = crypto.randomUUID();
    const first = await member.query(requestErasure, { as: signedIn(person, 10), key });
    expect(first.errors).toBeUndefined();
    expect((await member.query(requestErasure, { as: signedIn(person, 5), key })).text).toBe(first.text);
    const old = await member.query(requestErasure, { as: signedIn(person, 500), key });
    expect(codeOf(old)).toBe('FRESH_SIGN_IN_REQUIRED');
  });
});
