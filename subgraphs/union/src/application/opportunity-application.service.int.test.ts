import { peopleIn, type ListedNode } from '@birlik/test/testkit/listed';
import { newId } from '@birlik/kernel/identifier';
import { dayIn } from '@birlik/kernel/time-zone';
import { meetAtLock } from '@birlik/test/testkit/lock-gate';
import { officerViewer, startMember, volunteerViewer, type TestMember } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { opportunity, portal } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

const organization = newId();
const officer = officerViewer(organization);
const stranger = officerViewer(newId());
let member: TestMember;
let portalId: string;

interface Outcome {
  readonly __typename: string;
  readonly id?: string;
  readonly code?: string;
  readonly status?: string;
  readonly reason?: string | null;
}

/** An opportunity of the organisation: open, published and with room for one, unless said otherwise. */
async function offered(facts: Parameters<typeof opportunity>[1] = {}): Promise<string> {
  return (await opportunity(member.owner, { organization_id: organization, portal_id: portalId, ...facts })).id;
}

function apply(opportunityId: string, viewer = volunteerViewer(newId())) {
  return member.query<{ applyToOpportunity: Outcome }>(
    `mutation ($input: ApplyToOpportunityInput!) {
      applyToOpportunity(input: $input) {
        __typename ... on Problem { code message } ... on OpportunityApplication { id status appliedAt }
      }
    }`,
    { as: viewer, language: 'en', variables: { input: { opportunityId } } },
  );
}

async function applied(opportunityId: string): Promise<string> {
  return (await apply(opportunityId)).data?.applyToOpportunity.id ?? '';
}

function decide(applicationId: string, decision: { accept: boolean; reason?: string }, viewer = officer) {
  return member.query<{ decideApplication: Outcome }>(
    `mutation ($input: DecideApplicationInput!) {
      decideApplication(input: $input) {
        __typename
        ... on Problem { code message }
        ... on OpportunityApplication { id status reason decidedAt opportunity { id } }
      }
    }`,
    { as: viewer, variables: { input: { applicationId, ...decision } } },
  );
}

async function stored(opportunityId: string, status: string): Promise<number> {
  const { rowCount } = await member.owner.query(
    'select from opportunity_application where opportunity_id = $1 and status = $2',
    [opportunityId, status],
  );
  return rowCount ?? 0;
}

beforeAll(async () => {
  member = await startMember(subgraph);
  portalId = (await portal(member.owner, { organization_id: organization })).id;
});
afterAll(() => member.close());

describe('applying to an opportunity', () => {
  test('is stored for the organisation that offers it', async () => {
    const wanted = await offered();
    expect((await apply(wanted)).data?.applyToOpportunity).toMatchObject({ status: 'SUBMITTED' });
    const { rows } = await member.owner.query<{ organization_id: string }>(
      'select organization_id from opportunity_application where opportunity_id = $1',
      [wanted],
    );
    expect(rows).toEqual([{ organization_id: organization }]);
  });

  test('succeeds once however many requests of one person run at once', async () => {
    const wanted = await offered();
    const viewer = volunteerViewer(newId());
    const answers = await meetAtLock(
      member,
      { hold: ['select from opportunity where id = $1 for update', wanted] },
      Array.from({ length: 8 }, () => () => apply(wanted, viewer)),
    );
    const outcomes = answers.map((answer) => answer.data?.applyToOpportunity);
    expect(outcomes.filter((outcome) => outcome?.status === 'SUBMITTED')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome?.code === 'CONFLICT')).toHaveLength(7);
    expect(await stored(wanted, 'submitted')).toBe(1);
  });

  test('is possible again after the person withdrew', async () => {
    const wanted = await offered();
    const viewer = volunteerViewer(newId());
    await apply(wanted, viewer);
    await member.owner.query(`update opportunity_application set status = 'withdrawn' where opportunity_id = $1`, [
      wanted,
    ]);
    expect((await apply(wanted, viewer)).data?.applyToOpportunity).toMatchObject({ status: 'SUBMITTED' });
  });

  test('is a conflict after the last day', async () => {
    const ended = await offered({ ends_on: '2020-01-02' });
    expect((await apply(ended)).data?.applyToOpportunity).toMatchObject({ code: 'CONFLICT' });
    expect(await stored(ended, 'submitted')).toBe(0);
  });

  test.each([
    ['Pacific/Niue', 'OpportunityApplication'],
    ['Pacific/Kiritimati', 'ConflictProblem'],
  ])('on the last day is one where the member is: in %s it is a %s', async (zone, outcome) => {
    const there = await startMember(subgraph, { environment: { TIME_ZONE: zone } });
    try {
      const { id: portalOfTheirs } = await portal(there.owner);
      // Kiritimati is at least a day ahead of Niue.
      const { id } = await opportunity(there.owner, {
        organization_id: organization,
        portal_id: portalOfTheirs,
        ends_on: dayIn('Pacific/Niue', new Date()),
      });
      const { data } = await there.query<{ applyToOpportunity: Outcome }>(
        'mutation ($input: ApplyToOpportunityInput!) { applyToOpportunity(input: $input) { __typename } }',
        { as: volunteerViewer(newId()), variables: { input: { opportunityId: id } } },
      );
      expect(data?.applyToOpportunity.__typename).toBe(outcome);
    } finally {
      await there.close();
    }
  });

  test('finds neither a draft nor what does not exist', async () => {
    for (const hidden of [await offered({ published: false }), newId()]) {
      expect((await apply(hidden)).data?.applyToOpportunity).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  test('is for a volunteer with a token that may write', async () => {
    const wanted = await offered();
    const readOnly = { ...volunteerViewer(newId()), scopes: ['graph:read'] };
    for (const viewer of [officer, readOnly]) {
      expect((await apply(wanted, viewer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect(await stored(wanted, 'submitted')).toBe(0);
  });

  test('answers an id that is none with a coded error that names the rule', async () => {
    expect((await apply('no-id')).errors?.[0]).toMatchObject({
      message: expect.stringContaining('opportunityId must be a UUID') as string,
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});

describe('deciding an application', () => {
  test('accepts it, once', async () => {
    const wanted = await offered({ capacity: 2 });
    const application = await applied(wanted);
    expect((await decide(application, { accept: true })).data?.decideApplication).toMatchObject({
      status: 'ACCEPTED',
      reason: null,
      opportunity: { id: wanted },
    });
    const again = await decide(application, { accept: false, reason: 'Later' });
    expect(again.data?.decideApplication).toMatchObject({ code: 'CONFLICT' });
    expect(await stored(wanted, 'accepted')).toBe(1);
  });

  test('succeeds once however many officers answer at once', async () => {
    const wanted = await offered({ capacity: 5 });
    const application = await applied(wanted);
    const answers = await meetAtLock(
      member,
      { hold: ['select from opportunity_application where id = $1 for update', application] },
      Array.from({ length: 6 }, (_, index) => () => decide(application, { accept: index % 2 === 0, reason: 'Answer' })),
    );
    const outcomes = answers.map((answer) => answer.data?.decideApplication);
    expect(outcomes.filter((outcome) => outcome?.__typename === 'OpportunityApplication')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome?.code === 'CONFLICT')).toHaveLength(5);
  });

  test('declines it with a reason and not without one', async () => {
    const application = await applied(await offered());
    for (const reason of [undefined, '   ']) {
      const bare = await decide(application, { accept: false, ...(reason === undefined ? {} : { reason }) });
      expect(bare.data?.decideApplication).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
    expect((await decide(application, { accept: false, reason: 'Full' })).data?.decideApplication).toMatchObject({
      status: 'DECLINED',
      reason: 'Full',
    });
  });

  test('fills an opportunity exactly when many are accepted at once', async () => {
    const wanted = await offered({ capacity: 3 });
    const waiting = await Promise.all(Array.from({ length: 10 }, () => applied(wanted)));
    const answers = await meetAtLock(
      member,
      { hold: ['select from opportunity where id = $1 for update', wanted] },
      waiting.map((application) => () => decide(application, { accept: true })),
    );
    const outcomes = answers.map((answer) => answer.data?.decideApplication);
    expect(outcomes.filter((outcome) => outcome?.status === 'ACCEPTED')).toHaveLength(3);
    expect(outcomes.filter((outcome) => outcome?.code === 'CONFLICT')).toHaveLength(7);
    expect(await stored(wanted, 'accepted')).toBe(3);
  });

  test('does not find an application to another organisation', async () => {
    const wanted = await offered();
    const answer = await decide(await applied(wanted), { accept: true }, stranger);
    expect(answer.data?.decideApplication).toMatchObject({ code: 'NOT_FOUND' });
    expect(await stored(wanted, 'accepted')).toBe(0);
  });

  test('is for an officer with a token that may write, not for the applicant', async () => {
    const wanted = await offered();
    const applicant = volunteerViewer(newId());
    const application = (await apply(wanted, applicant)).data?.applyToOpportunity.id ?? '';
    for (const viewer of [applicant, { ...officer, scopes: ['graph:read'] }]) {
      const answer = await decide(application, { accept: true }, viewer);
      expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect(await stored(wanted, 'submitted')).toBe(1);
  });

  test('answers an id that is none with a coded error', async () => {
    const answer = await decide('no-id', { accept: true });
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

test('the organisation lists who waits for an answer, and another organisation sees nobody', async () => {
  const wanted = await offered();
  const [waiting, accepted] = [newId(), newId()];
  await apply(wanted, volunteerViewer(waiting));
  const decided = await apply(wanted, volunteerViewer(accepted));
  await decide(decided.data?.applyToOpportunity.id ?? '', { accept: true });
  const list = `query ($id: ID!) { applicantVolunteers(opportunityId: $id) { nodes { statement } } }`;
  const variables = { id: wanted };
  const { data } = await member.query<{ applicantVolunteers: { nodes: ListedNode[] } }>(list, {
    as: officer,
    variables,
  });
  expect(peopleIn(data?.applicantVolunteers.nodes)).toEqual([waiting]);
  expect((await member.query(list, { as: stranger, variables })).data).toEqual({ applicantVolunteers: { nodes: [] } });
  const answer = await member.query(list, { as: volunteerViewer(waiting), variables });
  expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
