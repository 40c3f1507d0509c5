import { randomBytes } from 'node:crypto';
import { viewerName } from '@birlik/trust/context';
import { verifyGrant } from '@birlik/trust/grant';
import { newId } from '@birlik/kernel/identifier';
import { grantKeysEnvironment } from '@birlik/test/testkit/grant-keys';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
// Person 1 consented to the union in all categories for recruitment.
const person = demo.person(1);
const self = volunteerViewer(person.id);
const key = randomBytes(32);
const union = demo.organization('uvoa').id;
const agency = demo.organization('asan').id;
const selection = `id name contact { email } affiliations { id } studyGrant programmeGrant serviceGrant
  withheld { category owner reason } consents { id } whoViewedMyData { nodes { id } }`;
const asked = {
  '': ['name', 'contact.email', 'affiliations.id', 'withheld.category', 'consents.id', 'whoViewedMyData.nodes.id'],
  studyGrant: ['enrolments.id'],
  programmeGrant: ['programmeRecord.status'],
  serviceGrant: ['service.id'],
};
let member: TestMember;

interface Seen {
  readonly studyGrant: string | null;
  readonly programmeGrant: string | null;
  readonly serviceGrant: string | null;
}

async function preview(
  organization: string,
  purpose: string,
  viewer = self,
  operationId = newId(),
): Promise<Seen | null> {
  const document = `query Preview($organization: ID!, $purpose: String!) {
    me { own: name whatWouldSee(organization: $organization, purpose: $purpose) { ${selection} } } }`;
  const { data, errors } = await member.query<{ me: { whatWouldSee: Seen | null } }>(document, {
    as: viewer,
    operation: 'Preview',
    operationId,
    variables: { organization, purpose },
    reads: {
      here: [
        { at: ['me'], read: { '': ['name'] } },
        { at: ['me.whatWouldSee'], read: asked },
      ],
    },
  });
  expect(errors).toBeUndefined();
  return data?.me.whatWouldSee ?? null;
}

async function real(organization: string, purpose: string): Promise<Seen | null> {
  const { data, errors } = await member.query<{ volunteer: Seen }>(
    `query Real($id: ID!) { volunteer(id: $id) { ${selection} } }`,
    {
      as: officerViewer(organization),
      purpose,
      variables: { id: person.id },
      reads: { here: [{ at: ['volunteer'], read: asked }] },
    },
  );
  // Whoever asks for themselves is told why, which a preview shows by what is withheld.
  expect(errors?.[0]?.extensions.code).toBe(purpose === 'marketing' ? 'PURPOSE_UNKNOWN' : undefined);
  return data?.volunteer ?? null;
}

const audiences = { studyGrant: 'university', programmeGrant: 'asan-school', serviceGrant: 'union' } as const;

/** What each grant opens, and everything else as it is. */
function opened(seen: Seen | null, viewer: Viewer): object {
  const grants = Object.entries(audiences).map(([field, audience]) => {
    const token = seen?.[field as keyof Seen] ?? null;
    const grant = verifyGrant(token, { audience, key, subject: person.id, viewer: viewerName(viewer) });
    return [field, grant && { basis: grant.basis, tenants: grant.tenants }];
  });
  return { ...seen, ...(Object.fromEntries(grants) as object) };
}

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true, environment: grantKeysEnvironment(key) });
});
afterAll(() => member.close());

test.each([
  ['a consent', union, 'recruitment'],
  ['a tie', agency, 'recruitment'],
  ['nothing', demo.organization('min-culture').id, 'recruitment'],
  ['a purpose that is not on the list', union, 'marketing'],
  ['an organisation that there is not', newId(), 'recruitment'],
])('what an organisation would see by %s is what it sees', async (_right, organization, purpose) => {
  const seen = opened(await preview(organization, purpose), self);
  const truth = opened(await real(organization, purpose), officerViewer(organization));
  expect(seen).toEqual(truth);
});

test('an organisation’s tie opens its own tenant to the person who previews its view, and no other', async () => {
  expect(opened(await preview(agency.toUpperCase(), 'recruitment'), self)).toMatchObject({
    programmeGrant: { basis: 'owner', tenants: [agency] },
    studyGrant: null,
    consents: null,
    whoViewedMyData: null,
  });
});

test('a suspended organisation would see nothing', async () => {
  const organization = demo.organization('union-member-3').id;
  await member.owner.query('update organization set suspended_at = now() where id = $1', [organization]);
  const seen = await preview(organization, 'recruitment');
  await member.owner.query('update organization set suspended_at = null where id = $1', [organization]);
  expect(seen).toMatchObject({ name: null, contact: null, affiliations: null, studyGrant: null });
  expect(seen).toHaveProperty('withheld.0.reason', 'NOT_ACCREDITED');
});

test('a preview is logged as the person’s own read, with the organisation whose view it was', async () => {
  const operationId = newId();
  await preview(agency, 'recruitment', self, operationId);
  const { rows } = await member.owner.query(
    `select category, by_self, organization_id, previewed_organization_id, basis, refusal, consent_id, purpose, viewer
       from access_log where operation_id = $1 order by category, previewed_organization_id nulls first`,
    [operationId],
  );
  const own = { by_self: true, organization_id: null, consent_id: null, viewer: self.sub };
  const seen = { ...own, previewed_organization_id: agency, purpose: 'recruitment' };
  expect(rows).toEqual([
    { ...own, category: 'contact', previewed_organization_id: null, basis: 'self', refusal: null, purpose: null },
    { ...seen, category: 'contact', basis: 'self', refusal: null },
    { ...seen, category: 'programme', basis: 'self', refusal: null },
    { ...seen, category: 'service', basis: null, refusal: 'NO_CONSENT' },
    { ...seen, category: 'study', basis: null, refusal: 'NO_CONSENT' },
  ]);
});

test('nobody else can preview an organisation’s view, nor one inside another', async () => {
  const document = `query ($id: ID!, $organization: ID!) { volunteer(id: $id) {
    whatWouldSee(organization: $organization, purpose: "recruitment") { name
      whatWouldSee(organization: $organization, purpose: "recruitment") { name } } } }`;
  const variables = { id: person.id, organization: union };
  for (const as of [officerViewer(union), volunteerViewer(demo.person(9).id)]) {
    const { data } = await member.query(document, { as, purpose: 'recruitment', variables });
    expect(data).toEqual({ volunteer: { whatWouldSee: null } });
  }
  const { data } = await member.query(document, { as: self, variables });
  expect(data).toEqual({ volunteer: { whatWouldSee: { name: expect.any(String) as string, whatWouldSee: null } } });
});

test('an id that is none and a purpose that is too long are coded errors', async () => {
  const codes = async (organization: string, purpose: string) => {
    const { errors } = await member.query(
      `query ($organization: ID!, $purpose: String!) {
         me { whatWouldSee(organization: $organization, purpose: $purpose) { name } } }`,
      { as: self, variables: { organization, purpose } },
    );
    return errors?.map(({ extensions }) => extensions.code);
  };
  expect(await codes('no-id', 'recruitment')).toEqual(['BAD_USER_INPUT']);
  expect(await codes(union, 'x'.repeat(101))).toEqual(['BAD_USER_INPUT']);
});
