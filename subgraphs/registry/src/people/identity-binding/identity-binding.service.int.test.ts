import { createDemoData } from '@birlik/demo-data';
import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const officer = officerViewer(demo.organization('registry-office').id);
const [anna, omar] = [demo.person(0).id, demo.person(1).id];
const [first, second] = ['https://first.test', 'https://second.test'];
const at = (issuer: string, volunteerId: string): Viewer => ({
  ...volunteerViewer(volunteerId),
  issuer,
  sub: 'the-same',
});

let registry: TestMember;
beforeAll(async () => {
  registry = await startMember(subgraph, { seed: true });
  await registry.owner.query(`insert into issuer (issuer, claims) values ($1, '{}'), ($2, '{}')`, [first, second]);
});
afterAll(() => registry.close());
afterEach(() => registry.owner.query('delete from identity_binding'));

interface Result {
  readonly __typename: string;
  readonly id?: string;
  readonly code?: string;
}

async function change(mutation: string, variables: object, as: Viewer): Promise<Result> {
  const parts = '__typename ... on IdentityBinding { id } ... on Problem { code }';
  const { data, errors } = await registry.query<{ done: Result }>(
    `mutation ${mutation.replace('FIELDS', `{ ${parts} }`)}`,
    { as, variables: { ...variables } },
  );
  expect(errors).toBeUndefined();
  return data?.done ?? { __typename: 'nothing' };
}

const bind = (volunteerId: string, issuer: string, subject = 'the-same') =>
  change(
    '($input: BindIdentityInput!) { done: bindIdentity(input: $input) FIELDS }',
    { input: { volunteerId, issuer, subject } },
    officer,
  );
const end = (id: string | undefined, as: Viewer) =>
  change('($id: ID!) { done: endIdentityBinding(id: $id) FIELDS }', { id }, as);

const problem = (code: string) => ({ __typename: expect.stringMatching(/Problem$/), code });

test('one subject of two issuers is two people, and of one issuer one person', async () => {
  expect(await bind(anna, first)).toMatchObject({ __typename: 'IdentityBinding' });
  expect(await bind(omar, second)).toMatchObject({ __typename: 'IdentityBinding' });
  expect(await bind(omar, first)).toMatchObject(problem('CONFLICT'));
});

test('nobody is bound who is not registered, or at an issuer that is not admitted', async () => {
  expect(await bind(newId(), first)).toMatchObject(problem('NOT_FOUND'));
  for (const issuer of ['https://third.test', `${first}/`, first.toUpperCase()]) {
    expect(await bind(anna, issuer)).toMatchObject(problem('NOT_FOUND'));
  }
});

test('a person ends a binding of their own, but not the last one and none of somebody else', async () => {
  const [one, other, foreign] = [await bind(anna, first), await bind(anna, first, 'another'), await bind(omar, second)];
  expect(await end(foreign.id, at(first, anna))).toMatchObject(problem('NOT_FOUND'));
  expect(await end(other.id, at(first, anna))).toMatchObject({ __typename: 'IdentityBinding' });
  expect(await end(one.id, at(first, anna))).toMatchObject(problem('CONFLICT'));
  expect(await end(one.id, officer)).toMatchObject({ __typename: 'IdentityBinding' });
});

test('who bound and who ended is noted with the issuer that names them so', async () => {
  const { id } = await bind(anna, first);
  await end(id, { ...officer, issuer: 'https://identity.test', sub: 'another officer' });
  const { rows } = await registry.owner.query(
    'select bound_by, bound_by_issuer, ended_by, ended_by_issuer from identity_binding where id = $1',
    [id],
  );
  expect(rows).toEqual([
    {
      bound_by: officer.sub,
      bound_by_issuer: officer.issuer,
      ended_by: 'another officer',
      ended_by_issuer: 'https://identity.test',
    },
  ]);
});
