import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { memberCountry } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

const center = newId();
let member: TestMember;

interface Result {
  registerAgreement: { __typename: string; id?: string; code?: string };
}

function inputWith(change: object = {}) {
  return {
    title: { az: 'Saziş', en: 'Agreement' },
    partyIds: [newId(), newId()],
    countryCodes: ['KZ', 'AZ'],
    signedOn: '2026-01-15',
    ...change,
  };
}

function register(input: object, viewer = officerViewer(center)) {
  return member.query<Result>(
    `mutation ($input: RegisterAgreementInput!) {
      registerAgreement(input: $input) {
        __typename
        ... on Problem { code message }
        ... on Agreement { id title signedOn expiresOn sdgGoals parties { id } countries { code } }
      }
    }`,
    { as: viewer, variables: { input }, language: 'en' },
  );
}

async function countAgreements(): Promise<number> {
  const { rows } = await member.owner.query<{ count: string }>('select count(*) from agreement');
  return Number(rows[0]?.count);
}

beforeAll(async () => {
  member = await startMember(subgraph);
  await memberCountry(member.owner, { organization_id: center });
});
afterAll(() => member.close());

test('an officer and an analyst of the center register an agreement with everything that it states', async () => {
  for (const role of ['officer', 'analyst']) {
    const partyIds = [newId(), newId()];
    const input = inputWith({ partyIds: partyIds.toReversed(), expiresOn: '2027-01-15', sdgGoals: [17, 4] });
    const answer = await register(input, officerViewer(center, [role]));
    expect(answer.data?.registerAgreement).toEqual({
      __typename: 'Agreement',
      id: expect.any(String) as string,
      title: 'Agreement',
      signedOn: '2026-01-15',
      expiresOn: '2027-01-15',
      sdgGoals: [4, 17],
      parties: partyIds.map((id) => ({ id })),
      countries: [{ code: 'AZ' }, { code: 'KZ' }],
    });
  }
});

test('the same parties’ agreement of the same day is a conflict, in whatever order they are named', async () => {
  const input = inputWith();
  expect((await register(input)).data?.registerAgreement.__typename).toBe('Agreement');
  const again = { ...input, partyIds: input.partyIds.toReversed(), countryCodes: ['TR', 'UZ'] };
  expect((await register(again)).data?.registerAgreement).toMatchObject({ code: 'CONFLICT' });
  const nextDay = { ...input, signedOn: '2026-01-16' };
  expect((await register(nextDay)).data?.registerAgreement.__typename).toBe('Agreement');
});

test('of concurrent registrations of one agreement exactly one is made', async () => {
  const before = await countAgreements();
  const input = inputWith();
  const answers = await Promise.all(Array.from({ length: 8 }, () => register(input)));
  const results = answers.map((answer) => answer.data?.registerAgreement);
  expect(results.filter((result) => result?.__typename === 'Agreement')).toHaveLength(1);
  expect(results.filter((result) => result?.code === 'CONFLICT')).toHaveLength(7);
  expect(await countAgreements()).toBe(before + 1);
});

test('terms that break a rule are refused as invalid input and leave no row', async () => {
  const before = await countAgreements();
  for (const change of [{ partyIds: [newId()] }, { expiresOn: '2026-01-15' }, { sdgGoals: [18] }]) {
    expect((await register(inputWith(change))).data?.registerAgreement).toMatchObject({ code: 'BAD_USER_INPUT' });
  }
  expect(await countAgreements()).toBe(before);
});

test('another organisation’s officer, a volunteer, a coordinator and a token that may only read are forbidden', async () => {
  const before = await countAgreements();
  const readOnly = { ...officerViewer(center), scopes: ['graph:read'] };
  const others = [officerViewer(newId()), volunteerViewer(newId()), officerViewer(center, ['coordinator']), readOnly];
  for (const viewer of others) {
    expect((await register(inputWith(), viewer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
  expect(await countAgreements()).toBe(before);
});

test('an id or a country that is none is answered with a coded error that names the value', async () => {
  const badId = await register(inputWith({ partyIds: ['no-id', newId()] }));
  expect(badId.errors?.[0]).toMatchObject({
    message: expect.stringContaining('partyIds must be a UUID') as string,
    extensions: { code: 'BAD_USER_INPUT' },
  });
  const badCountry = await register(inputWith({ countryCodes: ['AZ', 'ZZZ'] }));
  expect(badCountry.errors?.[0]).toMatchObject({
    message: expect.stringContaining('countryCodes') as string,
    extensions: { code: 'BAD_USER_INPUT' },
  });
  const emptyTitle = await register(inputWith({ title: { az: '', en: 'Agreement' } }));
  expect(emptyTitle.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
