import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { peopleFrom } from '@birlik/test/testkit/people';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const reader = officerViewer(demo.organization('uvoa').id);
let member: TestMember;
const nextPerson = peopleFrom(200);

interface Outcome {
  readonly id?: string;
  readonly code?: string;
  readonly outcome?: string;
  readonly answer?: string;
}

/** Somebody, and the entry that a read by the reader, or by themselves, left. */
async function readPerson(isSelf = false): Promise<{ viewer: Viewer; entryId: string; id: string }> {
  const { id } = nextPerson();
  const viewer = volunteerViewer(id);
  const as = isSelf ? viewer : reader;
  await member.entities([{ __typename: 'Volunteer', id }], '{ name }', { as, purpose: 'placement', operation: 'Read' });
  const { rows } = await member.owner.query<{ id: string }>('select id from access_log where volunteer_id = $1', [id]);
  return { viewer, entryId: rows[0]?.id ?? '', id };
}

async function raise(viewer: Viewer, entryId: string, kind = 'QUESTION', message = 'Why?') {
  const { data, errors } = await member.query<{ raiseInquiry: Outcome }>(
    `mutation ($input: RaiseInquiryInput!) { raiseInquiry(input: $input) { ... on Inquiry { id } ... on Problem { code } } }`,
    { as: viewer, variables: { input: { entryId, kind, message } } },
  );
  return data?.raiseInquiry ?? { code: errors?.[0]?.extensions.code as string };
}

async function answer(viewer: Viewer, id: string | undefined): Promise<Outcome> {
  const input = { id, outcome: 'EXPLAINED', answer: 'For a placement.' };
  const { data, errors } = await member.query<{ answerInquiry: Outcome }>(
    `mutation ($input: AnswerInquiryInput!) {
      answerInquiry(input: $input) { ... on Inquiry { outcome answer } ... on Problem { code } }
    }`,
    { as: viewer, variables: { input } },
  );
  return data?.answerInquiry ?? { code: errors?.[0]?.extensions.code as string };
}

async function received(viewer: Viewer, onlyOpen = true): Promise<string[]> {
  const { data } = await member.query<{ organizationInquiries: { nodes: { id: string }[] } }>(
    `query ($onlyOpen: Boolean) { organizationInquiries(first: 100, onlyOpen: $onlyOpen) { nodes { id } } }`,
    { as: viewer, variables: { onlyOpen } },
  );
  return data?.organizationInquiries.nodes.map(({ id }) => id) ?? [];
}

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

describe('an inquiry', () => {
  test('reaches the organisation that read, with what it read and by when to answer', async () => {
    const { viewer, entryId, id } = await readPerson();
    const { id: inquiryId } = await raise(viewer, entryId, 'OBJECTION', 'Please stop.');
    const { data } = await member.query<{ organizationInquiries: { nodes: Record<string, unknown>[] } }>(
      `{ organizationInquiries(first: 100, onlyOpen: true) { nodes {
        id kind category purpose message overdue raisedAt dueAt outcome volunteer { id } organization { id } } } }`,
      { as: reader },
    );
    const found = data?.organizationInquiries.nodes.find((node) => node['id'] === inquiryId);
    expect(found).toMatchObject({
      kind: 'OBJECTION',
      category: 'CONTACT',
      purpose: 'placement',
      message: 'Please stop.',
      overdue: false,
      outcome: null,
      volunteer: { id },
      organization: { id: reader.organizationId },
    });
    expect(Date.parse(String(found?.['dueAt'])) - Date.parse(String(found?.['raisedAt']))).toBe(30 * 86_400_000);
  });

  test('is answered once, and the person reads the answer beside the entry', async () => {
    const { viewer, entryId, id } = await readPerson();
    const inquiry = await raise(viewer, entryId);
    expect(await received(reader)).toContain(inquiry.id);
    expect(await answer(reader, inquiry.id)).toEqual({ outcome: 'EXPLAINED', answer: 'For a placement.' });
    expect(await answer(reader, inquiry.id)).toEqual({ code: 'CONFLICT' });
    expect(await received(reader)).not.toContain(inquiry.id);
    expect(await received(reader, false)).toContain(inquiry.id);
    const told = { answer: 'For a placement.', outcome: 'EXPLAINED', overdue: false };
    const [person] = await member.entities(
      [{ __typename: 'Volunteer', id }],
      `{ inquiries { nodes { answer outcome overdue } }
         whoViewedMyData(first: 1) { nodes { inquiries { answer outcome overdue } } } }`,
      { as: viewer },
    );
    expect(person).toEqual({
      inquiries: { nodes: [told] },
      whoViewedMyData: { nodes: [{ inquiries: [told] }] },
    });
  });

  test('is raised once for each entry and kind, however many requests run at once', async () => {
    const { viewer, entryId } = await readPerson();
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => raise(viewer, entryId)));
    expect(outcomes.filter(({ id }) => id)).toHaveLength(1);
    expect(outcomes.filter(({ code }) => code === 'CONFLICT')).toHaveLength(5);
    expect((await raise(viewer, entryId, 'OBJECTION')).id).toEqual(expect.any(String));
  });

  test('is about an entry of one’s own log and about a read by an organisation', async () => {
    const { entryId } = await readPerson();
    const other = volunteerViewer(nextPerson().id);
    expect(await raise(other, entryId)).toEqual({ code: 'NOT_FOUND' });
    expect(await raise(other, newId())).toEqual({ code: 'NOT_FOUND' });
    const own = await readPerson(true);
    expect(await raise(own.viewer, own.entryId)).toEqual({ code: 'BAD_USER_INPUT' });
  });

  test('is unknown to every other organisation and person', async () => {
    const { viewer, entryId, id } = await readPerson();
    const inquiry = await raise(viewer, entryId);
    const stranger = officerViewer(demo.organization('asan').id);
    expect(await answer(stranger, inquiry.id)).toEqual({ code: 'NOT_FOUND' });
    expect(await received(stranger, false)).toEqual([]);
    for (const as of [reader, volunteerViewer(nextPerson().id)]) {
      const [person] = await member.entities([{ __typename: 'Volunteer', id }], '{ inquiries { nodes { id } } }', {
        as,
      });
      expect(person).toEqual({ inquiries: null });
    }
  });

  test('is raised by a volunteer and answered by an officer, both with tokens that may write', async () => {
    const { viewer, entryId } = await readPerson();
    expect(await raise({ ...viewer, scopes: ['graph:read'] }, entryId)).toEqual({ code: 'FORBIDDEN' });
    expect(await raise(reader, entryId)).toEqual({ code: 'FORBIDDEN' });
    const { id } = await raise(viewer, entryId);
    expect(await answer(viewer, id)).toEqual({ code: 'FORBIDDEN' });
    expect(await answer({ ...reader, scopes: ['graph:read'] }, id)).toEqual({ code: 'FORBIDDEN' });
    expect(await answer({ ...reader, roles: ['analyst'] }, id)).toEqual({ code: 'FORBIDDEN' });
  });

  test('keeps its words: nothing but the one answer changes in the table', async () => {
    const { viewer, entryId } = await readPerson();
    const { id } = await raise(viewer, entryId);
    const change = (sql: string) => member.owner.query(`update inquiry set ${sql} where id = $1`, [id]);
    await expect(change(`message = 'Other words'`)).rejects.toThrow('answered once');
    await answer(reader, id);
    await expect(change(`answer = 'Other words'`)).rejects.toThrow('answered once');
  });

  test('has words: empty and endless ones are refused', async () => {
    const { viewer, entryId } = await readPerson();
    for (const message of ['', 'x'.repeat(2001)]) {
      expect(await raise(viewer, entryId, 'QUESTION', message)).toEqual({ code: 'BAD_USER_INPUT' });
    }
  });
});
