import { newId } from '@birlik/kernel/identifier';
import { meetAtLock } from '@birlik/test/testkit/lock-gate';
import {
  officerViewer,
  startMember,
  volunteerViewer,
  type RequestOptions,
  type TestMember,
} from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { opportunity, portal } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

const organization = newId();
let member: TestMember;
let portalId: string;

beforeAll(async () => {
  member = await startMember(subgraph);
  portalId = (await portal(member.owner, { organization_id: organization })).id;
});
afterAll(() => member.close());

interface Outcome {
  readonly id?: string;
  readonly code?: string;
  readonly status?: string;
  readonly decidedAt?: string | null;
  readonly withdrawnAt?: string | null;
  readonly guardianAnswers?: readonly { readonly answer: string }[];
}

const fields = 'id status decidedAt withdrawnAt guardianAnswers { answer }';

async function mutate(call: string, options: RequestOptions): Promise<Outcome> {
  const { data, errors } = await member.query<{ done: Outcome }>(
    `mutation { done: ${call} { ... on Problem { code } ... on OpportunityApplication { ${fields} } } }`,
    options,
  );
  return data?.done ?? { code: String(errors?.[0]?.extensions.code) };
}

const offer = async (starts_on = '2099-01-01') =>
  (await opportunity(member.owner, { organization_id: organization, portal_id: portalId, starts_on })).id;
const apply = (id: string, options: RequestOptions) =>
  mutate(`applyToOpportunity(input: { opportunityId: "${id}" })`, options);
const withdraw = (id: string | undefined, options: RequestOptions) =>
  mutate(`withdrawOpportunityApplication(applicationId: "${id}")`, options);
const accept = (id: string | undefined) =>
  mutate(`decideApplication(input: { applicationId: "${id}", accept: true })`, { as: officerViewer(organization) });
const somebody = () => ({ as: volunteerViewer(newId()) });

test('an applicant takes back what waits for an answer, once, and may apply anew', async () => {
  const [person, wanted] = [somebody(), await offer('2020-01-01')];
  const { id } = await apply(wanted, person);
  expect(await withdraw(id, person)).toEqual({
    id,
    status: 'WITHDRAWN',
    decidedAt: null,
    withdrawnAt: expect.any(String) as string,
    guardianAnswers: [],
  });
  expect(await withdraw(id, person)).toEqual({ code: 'CONFLICT' });
  expect(await accept(id)).toEqual({ code: 'CONFLICT' });
  expect(await apply(wanted, person)).toMatchObject({ status: 'SUBMITTED', withdrawnAt: null });
});

test('a place is free once who was accepted takes the application back, and when it was decided stays', async () => {
  const [first, second, wanted] = [somebody(), somebody(), await offer()];
  const [one, other] = [await apply(wanted, first), await apply(wanted, second)];
  const { decidedAt } = await accept(one.id);
  expect(await accept(other.id)).toEqual({ code: 'CONFLICT' });
  expect(await withdraw(one.id, first)).toMatchObject({ status: 'WITHDRAWN', decidedAt });
  expect(await accept(other.id)).toMatchObject({ status: 'ACCEPTED' });
});

test('what is accepted and has begun, and what is declined, stays as it is', async () => {
  const person = somebody();
  const begun = await apply(await offer('2020-01-01'), person);
  await accept(begun.id);
  expect(await withdraw(begun.id, person)).toEqual({ code: 'CONFLICT' });
  const declined = await apply(await offer(), person);
  await mutate(`decideApplication(input: { applicationId: "${declined.id}", accept: false, reason: "Yox" })`, {
    as: officerViewer(organization),
  });
  expect(await withdraw(declined.id, person)).toEqual({ code: 'CONFLICT' });
});

test('an application is nobody else’s to take back, and whether there is one, nobody is told', async () => {
  const { id } = await apply(await offer(), somebody());
  for (const one of [id, newId()]) expect(await withdraw(one, somebody())).toEqual({ code: 'NOT_FOUND' });
  expect(await withdraw(id, { as: officerViewer(organization) })).toEqual({ code: 'FORBIDDEN' });
  expect(await withdraw(id, { as: null })).toEqual({ code: 'UNAUTHENTICATED' });
});

test('a minor takes back alone what waits for a guardian, and what a guardian said yes to', async () => {
  const [ward, guardian] = [newId(), newId()];
  const asWard = { as: volunteerViewer(ward), decidesFor: [] };
  const { id } = await apply(await offer(), asWard);
  expect(await withdraw(id, asWard)).toMatchObject({
    status: 'WITHDRAWN',
    guardianAnswers: [{ answer: 'AWAITED' }, { answer: 'WITHDRAWN' }],
  });
  const confirmed = await apply(await offer(), asWard);
  await mutate(
    `confirmOpportunityApplication(applicationId: "${confirmed.id}", confirm: true, onBehalfOf: "${ward}")`,
    {
      as: volunteerViewer(guardian),
      decidesFor: [guardian, ward],
    },
  );
  expect(await withdraw(confirmed.id, asWard)).toMatchObject({
    guardianAnswers: [{ answer: 'AWAITED' }, { answer: 'GIVEN' }, { answer: 'WITHDRAWN' }],
  });
});

test('an opportunity takes five applications of one person that they take back, and no sixth', async () => {
  const [person, wanted] = [somebody(), await offer()];
  for (let time = 0; time < 5; time += 1) await withdraw((await apply(wanted, person)).id, person);
  expect(await apply(wanted, person)).toEqual({ code: 'LIMIT_REACHED' });
  expect(await apply(wanted, somebody())).toMatchObject({ status: 'SUBMITTED' });
});

test('of a decision and a withdrawal at once, a withdrawal comes out, and the decision before it or not at all', async () => {
  const person = somebody();
  const { id } = await apply(await offer(), person);
  const [decided, withdrawn] = await meetAtLock(
    member,
    { hold: ['select from opportunity_application where id = $1 for update', id] },
    [() => accept(id), () => withdraw(id, person)],
  );
  expect(withdrawn).toMatchObject({ status: 'WITHDRAWN', decidedAt: decided?.decidedAt ?? null });
});

test('the time of a withdrawal is the database’s word', async () => {
  const person = somebody();
  const { id } = await apply(await offer(), person);
  const at = `select withdrawn_at from opportunity_application where id = $1`;
  const change = (set: string) => member.owner.query(`update opportunity_application set ${set} where id = $1`, [id]);
  await change(`withdrawn_at = '2000-01-01'`);
  expect((await member.owner.query(at, [id])).rows).toEqual([{ withdrawn_at: null }]);
  const { withdrawnAt } = await withdraw(id, person);
  await change(`withdrawn_at = '2000-01-01'`);
  const { rows } = await member.owner.query<{ same: boolean }>(
    `select date_trunc('milliseconds', withdrawn_at) = $2 as same from opportunity_application where id = $1`,
    [id, withdrawnAt],
  );
  expect(rows).toEqual([{ same: true }]);
});
