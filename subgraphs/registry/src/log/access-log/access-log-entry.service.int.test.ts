import { newId } from '@birlik/kernel/identifier';
import {
  officerViewer,
  startMember,
  volunteerViewer,
  type Answer,
  type TestMember,
  type Viewer,
} from '@birlik/test/testkit/member';
import { peopleFrom } from '@birlik/test/testkit/people';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
let member: TestMember;
const nextPerson = peopleFrom(200);
const somebody = () => nextPerson().id;

interface Entry {
  readonly id: string;
  readonly category: string;
}

function read(viewer: Viewer, person: string, purpose: string | undefined): Promise<unknown> {
  const document = `query ($people: [_Any!]!) {
    _entities(representations: $people) { ... on Volunteer { creativeGrant name } } }`;
  return member.query(document, {
    as: viewer,
    variables: { people: [{ __typename: 'Volunteer', id: person }] },
    operation: 'Browse',
    operationId: newId(),
    reads: { elsewhere: { creativeGrant: ['creativeRecord.applications.status'], '': ['name', 'contact.email'] } },
    ...(purpose === undefined ? {} : { purpose }),
  });
}

const fields = `id decidedAt bySelf category basis refusal purpose statedPurpose { code name } consentId fields operation
  organization { id } previewedOrganization { id }`;

async function ownLog(person: string, selection = fields, args = ''): Promise<Entry[]> {
  const { data, errors } = await member.query<{ me: { whoViewedMyData: { nodes: Entry[] } } }>(
    `{ me { whoViewedMyData${args} { nodes { ${selection} } } } }`,
    { as: volunteerViewer(person), language: 'en' },
  );
  expect(errors).toBeUndefined();
  return data?.me.whoViewedMyData.nodes ?? [];
}

interface LogRow extends Entry {
  readonly basis: string | null;
  readonly bySelf: boolean;
}

interface Page {
  readonly nodes: readonly Entry[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

interface OrganizationLog {
  readonly organizationAccessLog: {
    readonly nodes: {
      readonly viewer: string;
      readonly viewerIssuer: string | null;
      readonly volunteer: { readonly id: string };
      readonly purpose: string | null;
    }[];
  } | null;
  readonly organizationAccessLogHead: string | null;
}

const organizationLog = (viewer: Viewer) =>
  member.query<OrganizationLog>(
    `{ organizationAccessLogHead
       organizationAccessLog(first: 100) { nodes { viewer viewerIssuer category refusal purpose fields volunteer { id } } } }`,
    { as: viewer },
  );

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

describe('whoViewedMyData', () => {
  test('is narrowed to a category, to rights and to others than the person, page by page', async () => {
    const person = somebody();
    const union = officerViewer(demo.organization('uvoa').id);
    for (const [viewer, times] of [
      [volunteerViewer(person), 3],
      [union, 2],
    ] as const)
      for (let time = 0; time < times; time += 1) await read(viewer, person, 'recruitment');
    const all = await ownLog(person, 'id category basis bySelf');
    const kept = (keep: (row: LogRow) => boolean) => (all as LogRow[]).filter(keep).map(({ id }) => id);
    const narrowed = async (bounds: string) =>
      (await ownLog(person, 'id', `(first: 100, ${bounds})`)).map(({ id }) => id);
    expect(await narrowed('bySelf: false')).toEqual(kept(({ bySelf }) => !bySelf));
    expect(await narrowed('bySelf: true')).toEqual(kept(({ bySelf }) => bySelf));
    expect(await narrowed('category: CREATIVE')).toEqual(kept(({ category }) => category === 'CREATIVE'));
    expect(await narrowed('bases: [SELF, OWNER]')).toEqual(kept(({ basis }) => basis === 'SELF' || basis === 'OWNER'));
    expect(await narrowed('category: CONTACT, bases: [SELF], bySelf: false')).toEqual([]);
    const [first, second] = kept(({ category }) => category === 'CONTACT');
    const { data } = await member.query<{ me: { whoViewedMyData: Page } }>(
      '{ me { whoViewedMyData(first: 1, category: CONTACT) { nodes { id } pageInfo { endCursor hasNextPage } } } }',
      { as: volunteerViewer(person) },
    );
    expect(data?.me.whoViewedMyData.nodes).toEqual([{ id: first }]);
    const after = `(first: 1, category: CONTACT, after: "${data?.me.whoViewedMyData.pageInfo.endCursor}")`;
    expect(await ownLog(person, 'id', after)).toEqual([{ id: second }]);
  });

  test('says who asked, for what, for which fields, in which operation, and what came of it', async () => {
    const person = somebody();
    const viewer = officerViewer(demo.organization('idea').id);
    const given = await member.query<{ giveConsent: { id: string } }>(
      `mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { ... on Consent { id } } }`,
      {
        as: volunteerViewer(person),
        variables: {
          input: { recipientOrganizationId: viewer.organizationId, purpose: 'mentoring', category: 'CREATIVE' },
        },
      },
    );
    await read(viewer, person, 'mentoring');
    const common = {
      id: expect.any(String) as string,
      decidedAt: expect.any(String) as string,
      bySelf: false,
      purpose: 'mentoring',
      statedPurpose: { code: 'mentoring', name: 'Mentoring' },
      operation: 'Browse',
      organization: { id: viewer.organizationId },
      previewedOrganization: null,
    };
    expect(new Set(await ownLog(person))).toEqual(
      new Set([
        {
          ...common,
          category: 'CREATIVE',
          basis: 'CONSENT',
          refusal: null,
          consentId: given.data?.giveConsent.id,
          fields: ['creativeRecord.applications.status'],
        },
        {
          ...common,
          category: 'CONTACT',
          basis: null,
          refusal: 'NO_CONSENT',
          consentId: null,
          fields: ['name', 'contact.email'],
        },
      ]),
    );
  });

  test('is paged from the newest to the oldest, each entry once', async () => {
    const person = somebody();
    const viewers = ['idea', 'asan', 'min-ecology', 'uvoa'].map((key) => officerViewer(demo.organization(key).id));
    for (const viewer of viewers) await read(viewer, person, 'recruitment');
    const whole = await ownLog(person, 'id category organization { id }', '(first: 100)');
    expect(whole).toHaveLength(2 * viewers.length);
    expect(whole.map(({ id }) => id)).toEqual(
      whole
        .map(({ id }) => id)
        .toSorted()
        .toReversed(),
    );
    const pages: Entry[] = [];
    for (let after: string | null = null, more = true; more;) {
      const answer: Answer<{ me: { whoViewedMyData: Page } }> = await member.query(
        `query ($after: String) { me { whoViewedMyData(first: 3, after: $after) {
           nodes { id category organization { id } } pageInfo { endCursor hasNextPage } } } }`,
        { as: volunteerViewer(person), variables: { after } },
      );
      const { nodes, pageInfo } = answer.data?.me.whoViewedMyData ?? { nodes: [], pageInfo: null };
      pages.push(...nodes);
      after = pageInfo?.endCursor ?? null;
      more = pageInfo?.hasNextPage ?? false;
    }
    expect(pages).toEqual(whole);
  });

  test('repeats no text of the asking side but the operation’s name: a purpose that is not on the list is not shown', async () => {
    const person = somebody();
    const viewer = officerViewer(demo.organization('asan').id);
    await read(viewer, person, 'a message about somebody else');
    const shown = await ownLog(person, 'purpose statedPurpose { code } refusal');
    expect(shown).toEqual([
      { purpose: null, statedPurpose: null, refusal: 'PURPOSE_UNKNOWN' },
      { purpose: null, statedPurpose: null, refusal: 'PURPOSE_UNKNOWN' },
    ]);
    expect(JSON.stringify((await organizationLog(viewer)).data)).toContain('a message about somebody else');
  });

  test('names no other person who read', async () => {
    const person = somebody();
    const other = volunteerViewer(somebody());
    await read(other, person, 'recruitment');
    const shown = JSON.stringify(await ownLog(person));
    expect(shown).toContain('NO_ORGANIZATION');
    expect(shown).not.toContain(other.sub);
    expect(shown).not.toContain(other.volunteerId);
  });

  test('shows a read for safeguarding when the delay of the purpose is over, and the organisation’s log at once', async () => {
    const person = somebody();
    const lead = officerViewer(demo.organization('assoc-lithuania').id, ['officer', 'safeguarding_lead']);
    await member.owner.query(
      `insert into safeguarding_case (id, organization_id, reason, opened_at, opened_by, ends_at)
       values ($1, $2, 'A threat', now(), 'lead', now() + interval '1 day')`,
      [newId(), lead.organizationId],
    );
    await read(lead, person, 'safeguarding');
    await read(volunteerViewer(person), person, 'safeguarding');
    const shown = () => ownLog(person, 'category bySelf');
    const own = ['CONTACT', 'CREATIVE'].map((category) => ({ category, bySelf: true }));
    expect(new Set(await shown())).toEqual(new Set(own));
    const log = await organizationLog(lead);
    expect(log.data?.organizationAccessLog?.nodes.map(({ volunteer }) => volunteer.id)).toEqual([person, person]);
    await member.owner.query(`update purpose set disclosure_delay_days = null where code = 'safeguarding'`);
    expect(await shown()).toHaveLength(4);
    await member.owner.query(`update purpose set disclosure_delay_days = 90 where code = 'safeguarding'`);
    expect(await shown()).toHaveLength(2);
  });

  test('shows an attempt at once that might not state a purpose which delays', async () => {
    const person = somebody();
    await read(officerViewer(demo.organization('asan').id), person, 'safeguarding');
    await read(officerViewer(demo.organization('asan').id, ['safeguarding_lead']), person, 'safeguarding');
    const refusals = (await ownLog(person, 'refusal')) as unknown as { refusal: string }[];
    expect(new Set(refusals.map(({ refusal }) => refusal))).toEqual(
      new Set(['ROLE_NOT_ALLOWED', 'SAFEGUARDING_CASE_MISSING']),
    );
  });
});

describe('organizationAccessLog', () => {
  test('shows an officer what was asked for their own organisation, and nobody else’s', async () => {
    const [first, second] = [somebody(), somebody()];
    const viewer = officerViewer(demo.organization('afci').id);
    const other = officerViewer(demo.organization('asap').id);
    await read(viewer, first, 'recruitment');
    await read(other, second, undefined);
    const nodes = async (as: Viewer) => (await organizationLog(as)).data?.organizationAccessLog?.nodes ?? [];
    expect(new Set((await nodes(viewer)).map(({ volunteer }) => volunteer.id))).toEqual(new Set([first]));
    expect(await nodes(other)).toEqual([
      expect.objectContaining({
        refusal: 'PURPOSE_MISSING',
        purpose: null,
        viewer: other.sub,
        viewerIssuer: other.issuer,
        volunteer: { id: second },
      }),
      expect.objectContaining({
        refusal: 'PURPOSE_MISSING',
        purpose: null,
        viewer: other.sub,
        viewerIssuer: other.issuer,
        volunteer: { id: second },
      }),
    ]);
  });

  test('tells apart whom two issuers call the same', async () => {
    const viewer = officerViewer(demo.organization('ivc').id);
    const namesake = { ...viewer, issuer: 'https://second.test' };
    await member.owner.query(
      `insert into issuer (issuer, claims, any_organization) values ($1, '{organization,roles}', true)`,
      [namesake.issuer],
    );
    for (const one of [viewer, namesake]) await read(one, somebody(), 'recruitment');
    const nodes = (await organizationLog(viewer)).data?.organizationAccessLog?.nodes ?? [];
    expect(new Set(nodes.map((node) => node.viewer))).toEqual(new Set([viewer.sub]));
    expect(new Set(nodes.map((node) => node.viewerIssuer))).toEqual(new Set([viewer.issuer, namesake.issuer]));
  });

  test('is refused to volunteers, to roles that only read data, and to anonymous viewers', async () => {
    const codes = async (as: Viewer | null) =>
      (await member.query('{ organizationAccessLog { nodes { id } } organizationAccessLogHead }', { as })).errors?.map(
        ({ extensions }) => extensions.code,
      );
    expect(await codes(volunteerViewer(somebody()))).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect(await codes(officerViewer(demo.organization('afci').id, ['system']))).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect(await codes(null)).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
  });
});
