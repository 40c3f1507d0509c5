import { randomUUID } from 'node:crypto';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { peopleFrom } from '@birlik/test/testkit/people';
import { createDemoData } from '@birlik/demo-data';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const nextPerson = peopleFrom(400);
const somebody = () => volunteerViewer(nextPerson().id);
const terms = { recipientOrganizationId: demo.organization('uvoa').id, purpose: 'placement', category: 'STUDY' };

const give = `mutation ($input: GiveConsentInput!) {
  giveConsent(input: $input) { ... on Consent { id givenAt receipt history { kind } recipient { name } } ... on Problem { code } }
}`;

let member: TestMember;
beforeAll(async () => {
  member = await startMember(subgraph, { seed: true, environment: { ERASURE_DELAY_SECONDS: '0' } });
});
afterAll(() => member.close());

const ask = (viewer: Viewer, key: string, input: object = terms, document = give) =>
  member.query(document, { as: viewer, key, variables: { input } });

const codeOf = ({ errors }: Awaited<ReturnType<typeof ask>>) => errors?.[0]?.extensions.code;

async function consentsOf(viewer: Viewer): Promise<number> {
  const { rows } = await member.owner.query('select from consent where volunteer_id = $1', [viewer.volunteerId]);
  return rows.length;
}

test('a repeated mutation gets the first answer, word for word, and is done once', async () => {
  const viewer = somebody();
  const key = randomUUID();
  const first = await ask(viewer, key);
  expect(first.data).toEqual({
    giveConsent: expect.objectContaining({ id: expect.any(String), receipt: expect.any(String) }) as object,
  });
  expect((await ask(viewer, key)).text).toBe(first.text);
  expect((await ask(viewer, `"${key}"`)).text).toBe(first.text);
  expect(await consentsOf(viewer)).toBe(1);
});

test('of many with one key at once one is carried out, and all have its answer', async () => {
  const viewer = somebody();
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 8 }, () => ask(viewer, key)));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(answers[0]?.errors).toBeUndefined();
  expect(await consentsOf(viewer)).toBe(1);
});

test('several mutations of one request are carried out together, and their problems are part of the answer', async () => {
  const viewer = somebody();
  const key = randomUUID();
  const twice = give
    .replace('giveConsent(', 'one: giveConsent(')
    .replace(/\}\s*$/, ' two: giveConsent(input: $input) { ... on Problem { code } } }');
  const first = await ask(viewer, key, terms, twice);
  expect(first.data).toEqual({
    one: expect.objectContaining({ id: expect.any(String) as string }) as object,
    two: { code: 'CONFLICT' },
  });
  expect((await ask(viewer, key, terms, twice)).text).toBe(first.text);
  expect(await consentsOf(viewer)).toBe(1);
});

test('a key of another request is refused', async () => {
  const viewer = somebody();
  const key = randomUUID();
  await ask(viewer, key);
  const other = await ask(viewer, key, { ...terms, category: 'SERVICE' });
  expect([other.status, codeOf(other)]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  const rights = await ask({ ...viewer, scopes: ['graph:read', 'graph:write', 'more'] }, key);
  expect(codeOf(rights)).toBe('IDEMPOTENCY_KEY_REUSED');
  expect(await consentsOf(viewer)).toBe(1);
});

test('the key of one person is another key for everybody else', async () => {
  const key = randomUUID();
  const [one, other] = [somebody(), somebody()];
  await ask(one, key);
  expect((await ask(other, key)).data).toEqual({
    giveConsent: expect.objectContaining({ id: expect.any(String) as string }) as object,
  });
});

test('who may not do it hears the same as at the first time, and a key of a bad form is refused', async () => {
  const officer = officerViewer(demo.organization('uvoa').id);
  const key = randomUUID();
  expect(codeOf(await ask(officer, key))).toBe('FORBIDDEN');
  expect(codeOf(await ask(officer, key))).toBe('FORBIDDEN');
  const bad = await ask(somebody(), 'a b');
  expect([bad.status, codeOf(bad)]).toEqual([400, 'BAD_USER_INPUT']);
});

test('the answer is kept in no form that the database could read', async () => {
  const viewer = somebody();
  const key = randomUUID();
  const { data } = await ask(viewer, key);
  const { rows } = await member.owner.query<{ row: string }>(
    'select idempotency_key::text as row from idempotency_key',
  );
  const kept = rows.map(({ row }) => row).join('\n');
  for (const word of [
    key,
    viewer.sub,
    String(viewer.volunteerId),
    (data as { giveConsent: { id: string } }).giveConsent.id,
  ])
    expect(kept).not.toContain(word);
});

test('after an erasure of anybody no kept answer is given out, and nothing is done twice', async () => {
  const viewer = somebody();
  const key = randomUUID();
  await ask(viewer, key);
  const erased = await member.query(
    'mutation { requestErasure { ... on ErasureRequest { id } ... on Problem { code } } }',
    {
      as: somebody(),
      key: randomUUID(),
    },
  );
  expect(erased.errors).toBeUndefined();
  const dispatcher = officerViewer(demo.organization('registry-office').id, ['system']);
  expect((await member.query('mutation { beginErasures }', { as: dispatcher })).data).toEqual({ beginErasures: 1 });
  const again = await ask(viewer, key);
  expect([again.status, codeOf(again)]).toEqual([409, 'IDEMPOTENCY_ANSWER_NOT_KEPT']);
  expect(await consentsOf(viewer)).toBe(1);
});

test('a key whose time is over is forgotten', async () => {
  const viewer = somebody();
  const key = randomUUID();
  await ask(viewer, key);
  await member.owner.query(`update idempotency_key set expires_at = now() - interval '1 second'`);
  expect((await ask(viewer, key)).data).toEqual({ giveConsent: { code: 'CONFLICT' } });
});

test('a session sees no key that it does not name', async () => {
  await ask(somebody(), randomUUID());
  const session = new pg.Client({ connectionString: member.config.DATABASE_URL });
  await session.connect();
  const { rows } = await session.query('select from idempotency_key where expires_at > now()');
  await session.end();
  expect(rows).toEqual([]);
});
