import { newId } from '@birlik/kernel/identifier';
import { meetAtLock } from '@birlik/test/testkit/lock-gate';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../member.js';

const [association, platform, mission] = [newId(), newId(), newId()];
const officer = officerViewer(association);
const platformOfficer = officerViewer(platform);
let member: TestMember;

beforeAll(async () => {
  member = await startMember(subgraph);
  await member.owner.query(
    `insert into association (id, organization_id, country_codes, founder) values ($1, $2, '{LT}', true)`,
    [newId(), association],
  );
  await member.owner.query(
    `insert into platform (id, organization_id, legal_form, founded_on, founding_conference_on, aim, role)
     values ($1, $2, '{"az": "x"}', '2020-08-15', '2020-08-15', '{"az": "x"}', '{"az": "x"}')`,
    [newId(), platform],
  );
  await member.owner.query(
    `insert into mission (id, organization_id, name, country_code) values ($1, $2, '{"az": "x"}', 'LT')`,
    [mission, platform],
  );
});
afterAll(() => member.close());

interface Outcome {
  readonly id: string;
  readonly code?: string;
  readonly status?: string;
  readonly entries?: readonly { readonly kind: string; readonly text: string | null }[];
  readonly agenda?: readonly { readonly id: string; readonly decision: string | null }[];
  readonly [field: string]: unknown;
}

const caseFields =
  'id status isTaken isOverdue referralConsent meetingConsent closingReason mission { id } entries { kind text }';
const meetingFields = 'id status minutes agenda { id caseId decision }';

/** Runs a mutation. @returns what came of it: the fields of the type, or the code of the refusal */
async function mutate(as: Viewer, call: string, type = 'SupportCase', fields = caseFields): Promise<Outcome> {
  const { data, errors } = await member.query<{ done: Outcome }>(
    `mutation { done: ${call} { ... on Problem { code } ... on ${type} { ${fields} } } }`,
    { as, language: 'en' },
  );
  return data?.done ?? { id: '', code: String(errors?.[0]?.extensions.code) };
}
const cluster = (as: Viewer, call: string) => mutate(as, call, 'CaseCluster', 'id isLargeEnough onAgenda');
const meeting = (as: Viewer, call: string) => mutate(as, call, 'OfficialMeeting', meetingFields);

const raise = (person: string, { trouble = 'RESIDENCE', isGrave = false } = {}) =>
  mutate(
    volunteerViewer(person),
    `raiseSupportCase(input: { trouble: ${trouble}, countryCode: "LT", text: "My visa", isGrave: ${isGrave}, organizationId: "${association}" })`,
  );
const kinds = ({ entries = [] }: Outcome) => entries.map(({ kind }) => kind);

const ownCase = async (person: string, id: string): Promise<Outcome | undefined> => {
  const { data } = await member.query<{ mySupportCases: { nodes: Outcome[] } }>(
    `{ mySupportCases { nodes { ${caseFields} } } }`,
    { as: volunteerViewer(person), language: 'en' },
  );
  return data?.mySupportCases.nodes.find((one) => one.id === id);
};

const planned = () =>
  meeting(
    platformOfficer,
    'planOfficialMeeting(input: { title: { az: "Görüş" }, officials: { az: "Nazirlik" }, startsAt: "2027-01-01T10:00:00Z" })',
  );
const toAgenda = (meetingId: string, what: string) =>
  meeting(platformOfficer, `addAgendaItem(input: { meetingId: "${meetingId}", ${what} })`);

/** A cluster of cases, each of another person unless they are given. */
async function clusterOf(count: number, people = Array.from({ length: count }, () => newId())) {
  const cases: string[] = [];
  for (const person of people) cases.push((await raise(person)).id);
  const made = await cluster(
    platformOfficer,
    `createCaseCluster(input: { trouble: RESIDENCE, countryCode: "LT", summary: { az: "Vizalar gecikir", en: "Visas are late" }, caseIds: ${JSON.stringify(cases)} })`,
  );
  return { id: made.id, people, cases, made };
}

test('a case walks from a student to an officer and back: acknowledged, referred with consent, answered, objected, closed, reopened', async () => {
  const person = newId();
  const self = volunteerViewer(person);
  const { id, ...raised } = await raise(person);
  expect(raised).toMatchObject({ status: 'RAISED', isTaken: false, entries: [{ kind: 'RAISED', text: 'My visa' }] });
  expect(await mutate(officer, `acknowledgeSupportCase(caseId: "${id}")`)).toMatchObject({ status: 'IN_PROGRESS' });
  expect(await mutate(officer, `acknowledgeSupportCase(caseId: "${id}")`)).toMatchObject({ code: 'CONFLICT' });

  const refer = () => mutate(officer, `referSupportCase(input: { caseId: "${id}", missionId: "${mission}" })`);
  const consent = (gives: boolean) =>
    mutate(self, `answerCaseConsent(caseId: "${id}", matter: REFERRAL, gives: ${gives})`);
  expect(await refer()).toMatchObject({ code: 'CONFLICT' });
  expect(await consent(true)).toMatchObject({ code: 'CONFLICT' });
  await mutate(officer, `askToReferCase(caseId: "${id}")`);
  expect(await refer()).toMatchObject({ code: 'CONFLICT' });
  expect(await consent(true)).toMatchObject({ referralConsent: 'GIVEN' });
  expect(await refer()).toMatchObject({ status: 'REFERRED', mission: { id: mission } });
  expect(await consent(false)).toMatchObject({ status: 'IN_PROGRESS', mission: null, referralConsent: 'WITHDRAWN' });
  expect(await refer()).toMatchObject({ code: 'CONFLICT' });

  const close = () => mutate(officer, `closeSupportCase(caseId: "${id}", reason: SOLVED, text: "Done")`);
  expect(await mutate(officer, `answerSupportCase(caseId: "${id}", text: "We asked")`)).toMatchObject({
    status: 'IN_PROGRESS',
  });
  expect(await close()).toMatchObject({ status: 'CLOSING', closingReason: 'SOLVED' });
  expect(await mutate(self, `objectToCaseClosing(caseId: "${id}", text: "It is not")`)).toMatchObject({
    status: 'IN_PROGRESS',
    closingReason: null,
  });
  await close();
  expect(await mutate(self, `agreeToCaseClosing(caseId: "${id}")`)).toMatchObject({ status: 'CLOSED' });
  expect(await mutate(officer, `answerSupportCase(caseId: "${id}", text: "More")`)).toMatchObject({ code: 'CONFLICT' });
  expect(await mutate(self, `reopenSupportCase(caseId: "${id}", text: "Again")`)).toMatchObject({
    status: 'IN_PROGRESS',
  });
  const last = await mutate(self, `withdrawSupportCase(caseId: "${id}")`);
  expect(last).toMatchObject({ status: 'CLOSED', closingReason: 'WITHDRAWN' });
  expect(kinds(last)).toEqual([
    'RAISED',
    'ACKNOWLEDGED',
    'REFERRAL_CONSENT_ASKED',
    'REFERRAL_CONSENT_GIVEN',
    'REFERRED',
    'REFERRAL_CONSENT_WITHDRAWN',
    'ANSWERED',
    'CLOSING',
    'OBJECTED',
    'CLOSING',
    'CLOSED',
    'REOPENED',
    'WITHDRAWN',
  ]);
});

test('neither side does what is the other’s, and nobody else does anything', async () => {
  const person = newId();
  const { id } = await raise(person);
  const self = volunteerViewer(person);
  // The person may be an officer of the very association.
  const both = { ...officer, volunteerId: person };
  expect(await mutate(both, `acknowledgeSupportCase(caseId: "${id}")`)).toMatchObject({ code: 'FORBIDDEN' });
  expect(
    await mutate(both, `triageSupportCase(input: { caseId: "${id}", trouble: STUDY, isGrave: true, takes: true })`),
  ).toMatchObject({ code: 'FORBIDDEN' });
  expect(await mutate(self, `acknowledgeSupportCase(caseId: "${id}")`)).toMatchObject({ code: 'FORBIDDEN' });
  for (const stranger of [officerViewer(newId()), platformOfficer, officerViewer(association, ['system'])])
    expect((await mutate(stranger, `answerSupportCase(caseId: "${id}", text: "x")`)).code).toMatch(
      /NOT_FOUND|FORBIDDEN/u,
    );
  expect(await mutate(volunteerViewer(newId()), `withdrawSupportCase(caseId: "${id}")`)).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await mutate(self, `objectToCaseClosing(caseId: "${id}", text: "x")`)).toMatchObject({ code: 'CONFLICT' });
});

test('only the person and who handles a case read what was said, and another officer takes it over in the open', async () => {
  const person = newId();
  const { id } = await raise(person);
  const read = async (as: Viewer) => {
    const { data } = await member.query<{ supportCases: { nodes: Outcome[] } }>(
      `{ supportCases(first: 100) { nodes { ${caseFields} } } }`,
      { as },
    );
    return data?.supportCases.nodes.find((one) => one.id === id)?.entries?.length;
  };
  const colleague = { ...officer, sub: 'colleague' };
  const take = (as: Viewer) =>
    mutate(as, `triageSupportCase(input: { caseId: "${id}", trouble: STUDY, isGrave: false, takes: true })`);
  expect([await read(officer), await read(colleague)]).toEqual([1, 1]);
  await take(officer);
  expect([await read(officer), await read(colleague), await read(platformOfficer)]).toEqual([2, 0, undefined]);
  expect(await read(officerViewer(newId()))).toBeUndefined();
  expect(await mutate(colleague, `answerSupportCase(caseId: "${id}", text: "x")`)).toMatchObject({ code: 'FORBIDDEN' });
  await take(colleague);
  expect([await read(officer), await read(colleague)]).toEqual([0, 3]);
  expect(kinds((await ownCase(person, id)) ?? { id })).toEqual(['RAISED', 'TRIAGED', 'TRIAGED']);
});

test('a case that nobody acknowledges in time is overdue', async () => {
  const { id, ...raised } = await raise(newId());
  expect(raised).toMatchObject({ isOverdue: false });
  await member.owner.query(`update support_case set acknowledge_by = now() - interval '1 second' where id = $1`, [id]);
  const { data } = await member.query<{ supportCases: { nodes: Outcome[] } }>(
    '{ supportCases { nodes { id isOverdue } } }',
    { as: officer },
  );
  expect(data?.supportCases.nodes.find((one) => one.id === id)).toMatchObject({ isOverdue: true });
});

test('a cluster of fewer than five people goes on no agenda, however many cases they have', async () => {
  const { id: meetingId } = await planned();
  const four = await clusterOf(4);
  expect(four.made).toMatchObject({ isLargeEnough: false, onAgenda: false });
  expect(await toAgenda(meetingId, `clusterId: "${four.id}"`)).toMatchObject({ code: 'CONFLICT' });
  const again = (await raise(four.people[0] ?? '')).id;
  expect(await cluster(platformOfficer, `addToCaseCluster(clusterId: "${four.id}", caseId: "${again}")`)).toMatchObject(
    { isLargeEnough: false },
  );
  expect(await toAgenda(meetingId, `clusterId: "${four.id}"`)).toMatchObject({ code: 'CONFLICT' });
  const other = (await raise(newId(), { trouble: 'MONEY' })).id;
  expect(await cluster(platformOfficer, `addToCaseCluster(clusterId: "${four.id}", caseId: "${other}")`)).toMatchObject(
    { code: 'BAD_USER_INPUT' },
  );
  const fifth = (await raise(newId())).id;
  await cluster(platformOfficer, `addToCaseCluster(clusterId: "${four.id}", caseId: "${fifth}")`);
  expect(await toAgenda(meetingId, `clusterId: "${four.id}"`)).toMatchObject({ agenda: [{ caseId: null }] });
  expect(
    await cluster(platformOfficer, `removeFromCaseCluster(clusterId: "${four.id}", caseId: "${fifth}")`),
  ).toMatchObject({ code: 'CONFLICT' });
  await meeting(platformOfficer, `cancelOfficialMeeting(meetingId: "${meetingId}")`);
  expect(
    await cluster(platformOfficer, `removeFromCaseCluster(clusterId: "${four.id}", caseId: "${fifth}")`),
  ).toMatchObject({ isLargeEnough: false, onAgenda: false });
});

test('when a case leaves a cluster of five while it goes on an agenda, one of the two is refused', async () => {
  const { id: meetingId } = await planned();
  const five = await clusterOf(5);
  const outcomes = await meetAtLock(member, { hold: ['select from case_cluster where id = $1 for update', five.id] }, [
    () => toAgenda(meetingId, `clusterId: "${five.id}"`),
    ...five.cases
      .slice(0, 2)
      .map((one) => () => cluster(platformOfficer, `removeFromCaseCluster(clusterId: "${five.id}", caseId: "${one}")`)),
  ]);
  const { rows } = await member.owner.query<{ people: number; on_agenda: boolean }>(
    'select people, on_agenda from case_cluster where id = $1',
    [five.id],
  );
  expect(outcomes.map(({ code }) => code ?? 'done')).toContain('CONFLICT');
  expect(rows[0]).toEqual(rows[0]?.on_agenda ? { people: 5, on_agenda: true } : { people: 3, on_agenda: false });
});

test('a single case goes on an agenda only if it is grave and its person consents, and leaves it with the consent', async () => {
  const person = newId();
  const self = volunteerViewer(person);
  const { id: meetingId } = await planned();
  const { id } = await raise(person, { isGrave: true });
  const { id: light } = await raise(person);
  const bring = () => toAgenda(meetingId, `caseId: "${id}"`);
  expect(await bring()).toMatchObject({ code: 'CONFLICT' });
  expect(await mutate(officer, `askToBringCase(caseId: "${light}")`)).toMatchObject({ code: 'CONFLICT' });
  await mutate(officer, `askToBringCase(caseId: "${id}")`);
  expect(await bring()).toMatchObject({ code: 'CONFLICT' });
  await mutate(self, `answerCaseConsent(caseId: "${id}", matter: MEETING, gives: true)`);
  expect(await bring()).toMatchObject({ agenda: [{ caseId: id }] });
  await mutate(self, `answerCaseConsent(caseId: "${id}", matter: MEETING, gives: false)`);
  const { rows } = await member.owner.query('select from agenda_item where case_id = $1', [id]);
  expect(rows).toHaveLength(0);
});

interface Meetings {
  readonly officialMeetings: { readonly nodes: readonly Outcome[] };
}

test('published decisions answer each student once, and everybody sees what was decided of clusters and nothing of a single case', async () => {
  const five = await clusterOf(5);
  const alone = newId();
  const { id: single } = await raise(alone, { isGrave: true });
  await mutate(officer, `askToBringCase(caseId: "${single}")`);
  await mutate(volunteerViewer(alone), `answerCaseConsent(caseId: "${single}", matter: MEETING, gives: true)`);
  const { id: meetingId } = await planned();
  await toAgenda(meetingId, `clusterId: "${five.id}"`);
  const { agenda = [] } = await toAgenda(meetingId, `caseId: "${single}"`);
  const decide = (item: string | undefined, text: string) =>
    meeting(platformOfficer, `decideAgendaItem(input: { itemId: "${item}", decision: { az: "${text}" } })`);
  const publish = () =>
    meeting(
      platformOfficer,
      `publishOfficialMeeting(input: { meetingId: "${meetingId}", minutes: "All were there." })`,
    );
  const shown = async (as: Viewer | null) => {
    const { data } = await member.query<Meetings>(`{ officialMeetings { nodes { ${meetingFields} } } }`, { as });
    return data?.officialMeetings.nodes.find((one) => one.id === meetingId);
  };
  await decide(agenda[0]?.id, 'Qrup üçün');
  expect(await publish()).toMatchObject({ code: 'CONFLICT' });
  await decide(agenda[1]?.id, 'Tək');
  expect(await shown(null)).toBeUndefined();
  expect(await publish()).toMatchObject({ status: 'PUBLISHED', minutes: 'All were there.' });
  expect(await publish()).toMatchObject({ code: 'CONFLICT' });
  expect(await decide(agenda[0]?.id, 'Otherwise')).toMatchObject({ code: 'CONFLICT' });
  expect(await shown(null)).toMatchObject({ minutes: null, agenda: [{ decision: 'Qrup üçün', caseId: null }] });

  const people = [...five.people, alone];
  const letters = async () => {
    const { rows } = await member.owner.query<{ letters: number; answers: number }>(
      `select (select count(*)::int from message where volunteer_id = any($1) and subject ->> 'en' like '%meeting%') as letters,
              (select count(*)::int from support_case_entry where volunteer_id = any($1) and kind = 'decided') as answers`,
      [people],
    );
    return rows[0];
  };
  await expect.poll(letters, { timeout: 15_000 }).toEqual({ letters: 6, answers: 6 });
  expect((await ownCase(alone, single))?.entries?.at(-1)).toEqual({ kind: 'DECIDED', text: 'Tək' });
});

test('officers of an association make no clusters and see no outlines', async () => {
  const made = `createCaseCluster(input: { trouble: RESIDENCE, summary: { az: "x" }, caseIds: ["${newId()}"] })`;
  expect(await cluster(officer, made)).toMatchObject({ code: 'FORBIDDEN' });
  const { data } = await member.query<{ caseOutlines: { nodes: object[] } }>('{ caseOutlines { nodes { id } } }', {
    as: officer,
  });
  expect(data?.caseOutlines.nodes).toEqual([]);
});

test('a student who is erased leaves a cluster, which leaves the agenda when it gets too small', async () => {
  const { id: meetingId } = await planned();
  const five = await clusterOf(5);
  await toAgenda(meetingId, `clusterId: "${five.id}"`);
  const orders = [await member.order({ id: newId(), number: 901, person: five.people[0] ?? '' })];
  const { errors } = await member.query('mutation ($orders: [String!]!) { eraseAtAlumni(orders: $orders) }', {
    as: officerViewer(newId(), ['system']),
    variables: { orders },
  });
  expect(errors).toBeUndefined();
  const { rows } = await member.owner.query(
    `select people, on_agenda, (select count(*)::int from support_case where volunteer_id = $2) as cases from case_cluster where id = $1`,
    [five.id, five.people[0]],
  );
  expect(rows).toEqual([{ people: 4, on_agenda: false, cases: 0 }]);
});
