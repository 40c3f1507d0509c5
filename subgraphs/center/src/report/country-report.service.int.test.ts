import { newId } from '@birlik/kernel/identifier';
import { meetAtLock } from '@birlik/test/testkit/lock-gate';
import { officerViewer, startMember, volunteerViewer, type TestMember } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countryReport } from '../../testing/stories.js';
import { member as subgraph } from '../member.js';

let member: TestMember;

interface Result {
  submitCountryReport: { __typename: string; code?: string; summary?: string };
}

/** A center of its own with one draft. */
async function centerWithDraft(): Promise<{ center: string; report: string }> {
  const { id, organization_id: center } = await countryReport(member.owner);
  return { center, report: id };
}

function submit(report: string, viewer: ReturnType<typeof officerViewer>, text = 'Text') {
  return member.query<Result>(
    `mutation ($input: SubmitCountryReportInput!) {
      submitCountryReport(input: $input) {
        __typename
        ... on Problem { code message }
        ... on CountryReport { id year status submittedOn summary country { code } }
      }
    }`,
    { as: viewer, language: 'en', variables: { input: { reportId: report, summary: { az: text, en: text } } } },
  );
}

function listReports(viewer: ReturnType<typeof officerViewer> | null) {
  return member.query<{ countryReports: { nodes: { id: string }[] } | null }>(`{ countryReports { nodes { id } } }`, {
    as: viewer,
  });
}

beforeAll(async () => {
  member = await startMember(subgraph);
});
afterAll(() => member.close());

test('a draft is submitted once and then stands as it is', async () => {
  const { center, report } = await centerWithDraft();
  expect((await submit(report, officerViewer(center), 'Final')).data?.submitCountryReport).toEqual({
    __typename: 'CountryReport',
    id: report,
    year: 2025,
    status: 'SUBMITTED',
    submittedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string,
    summary: 'Final',
    country: { code: 'KZ' },
  });
  const again = await submit(report, officerViewer(center), 'Changed');
  expect(again.data?.submitCountryReport).toMatchObject({ code: 'CONFLICT' });
  const { rows } = await member.owner.query('select summary from country_report where id = $1', [report]);
  expect(rows).toEqual([{ summary: { az: 'Final', en: 'Final' } }]);
});

test('of concurrent submissions exactly one counts', async () => {
  const { center, report } = await centerWithDraft();
  const answers = await meetAtLock(
    member,
    { hold: ['select from country_report where id = $1 for update', report] },
    Array.from({ length: 8 }, (_, index) => () => submit(report, officerViewer(center), `Text ${index}`)),
  );
  const results = answers.map((answer) => answer.data?.submitCountryReport);
  const made = results.filter((result) => result?.__typename === 'CountryReport');
  expect(made).toHaveLength(1);
  expect(results.filter((result) => result?.code === 'CONFLICT')).toHaveLength(7);
  const { rows } = await member.owner.query<{ text: string }>(
    `select summary ->> 'az' as text from country_report where id = $1`,
    [report],
  );
  expect(rows[0]?.text).toBe(made[0]?.summary);
});

test('a submitted report is frozen in the database too', async () => {
  const { center, report } = await centerWithDraft();
  await submit(report, officerViewer(center));
  const changed = await member.owner.query('update country_report set year = 2024 where id = $1', [report]);
  const deleted = await member.owner.query('delete from country_report where id = $1', [report]);
  expect([changed.rowCount, deleted.rowCount]).toEqual([0, 0]);
});

test('another organisation neither finds nor sees a center’s report', async () => {
  const { center, report } = await centerWithDraft();
  const other = officerViewer(newId());
  expect((await submit(report, other)).data?.submitCountryReport).toMatchObject({ code: 'NOT_FOUND' });
  expect((await listReports(other)).data?.countryReports?.nodes).toEqual([]);
  expect((await listReports(officerViewer(center, ['analyst']))).data?.countryReports?.nodes).toEqual([{ id: report }]);
});

test('a volunteer and a token that may only read are forbidden, and nobody signed in sees no reports', async () => {
  const { center, report } = await centerWithDraft();
  const readOnly = { ...officerViewer(center), scopes: ['graph:read'] };
  for (const viewer of [volunteerViewer(newId()), readOnly]) {
    expect((await submit(report, viewer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
  const anonymous = await listReports(null);
  expect(anonymous.data?.countryReports).toBeNull();
  expect(anonymous.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('an id that is none is answered with a coded error that names the rule', async () => {
  const answer = await submit('no-id', officerViewer(newId()));
  expect(answer.errors?.[0]).toMatchObject({
    message: expect.stringContaining('reportId must be a UUID') as string,
    extensions: { code: 'BAD_USER_INPUT' },
  });
});
