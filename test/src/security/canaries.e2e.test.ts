import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createDemoData } from '@birlik/demo-data';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '@birlik/test-client';
import { plantCanary, readLogs } from '../testkit/canaries.js';
import { startTestStack, type TestStack } from '../testkit/stack.js';
import { readmeProfileQuery } from '../testkit/profile-query.js';

/** In every personal text of one person, in all databases. */
const stored = 'kanareyka-saxlanan-7f3a91';
/** In what clients send: arguments, variables, documents. */
const sent = 'kanareyka-gonderilen-c04e17';

const person = createDemoData().person(0);
const answers: Answer<unknown>[] = [];
let own: Answer<unknown>;
const spans: string[] = [];
let collector: Server;
let federation: TestStack;
let planted: string[];

beforeAll(async () => {
  collector = createServer((request, response) => {
    void text(request).then((body) => {
      spans.push(body);
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as AddressInfo;
  federation = await startTestStack({
    METRICS_PORT: '0',
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
    // Every operation is slow enough to be logged with its plan.
    SLOW_MS: '1',
    LOG_LEVEL: 'debug',
  });
  planted = await plantCanary(federation.stack, person.id, stored);
  own = await ask(await readmeProfileQuery(), { as: 'volunteer' });
  await askForValues();
  await sendValues();
});
afterAll(async () => {
  await federation.close();
  collector.closeAllConnections();
  collector.close();
});

async function ask(query: string, request: Parameters<TestStack['ask']>[1] = {}): Promise<Answer<unknown>> {
  const answer = await federation.ask<unknown>(query, request);
  answers.push(answer);
  return answer;
}

async function metrics(): Promise<string> {
  const [, port] = /"metricsPort":(\d+)/.exec((await readLogs(federation.stack)).get('gateway.log') ?? '') ?? [];
  return (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
}

/** Lets a table of a member be missing meanwhile, so that its statements fail. */
async function without(member: string, table: string, work: () => Promise<unknown>): Promise<void> {
  const owner = new pg.Client({ connectionString: federation.stack.databases[member]?.ownerUrl });
  await owner.connect();
  await owner.query(`alter table ${table} rename to ${table}_away`);
  await work();
  await owner.query(`alter table ${table}_away rename to ${table}`);
  await owner.end();
}

/** Asks for the stored values in ways that succeed, are refused and fail. */
async function askForValues(): Promise<void> {
  const profile = await readmeProfileQuery();
  for (const as of ['union-officer', 'university-officer', 'registry-officer', 'union-system']) {
    const id = federation.idsOf(as).hide(person.id);
    for (const purpose of ['placement', 'recruitment', sent]) {
      await ask(profile.replace('me {', `volunteer(id: "${id}") {`), { as, purpose });
      await ask(`query People { volunteers(first: 20) { nodes { id name contact { email phone } } } }`, {
        as,
        purpose,
      });
    }
  }
  const failing = { registry: 'volunteer', university: 'enrolment', alumni: 'alumnus', union: 'service_entry' };
  for (const [member, table] of Object.entries(failing)) {
    await without(member, table, () => ask(profile, { as: 'volunteer' }));
  }
}

/** Sends values in ways that are refused. */
async function sendValues(): Promise<void> {
  const give = `mutation Give($input: GiveConsentInput!) { giveConsent(input: $input) { ... on Problem { code message } } }`;
  const input = { purpose: sent, category: 'STUDY' };
  await ask(give, { as: 'volunteer', variables: { input } });
  await ask(give, { as: 'volunteer', variables: { input: { ...input, recipientOrganizationId: sent } } });
  await ask(give, { as: 'volunteer', variables: { input: { ...input, category: sent } } });
  await ask(give, { as: 'volunteer', variables: { input: { ...input, [sent]: 1 } } });
  const raise = `mutation ($input: RaiseInquiryInput!) { raiseInquiry(input: $input) { ... on Problem { code message } } }`;
  const inquiry = { entryId: federation.idsOf('volunteer').hide(person.id), kind: 'QUESTION', message: sent };
  await ask(raise, { as: 'volunteer', variables: { input: inquiry } });
  await ask(raise, { as: 'volunteer', variables: { input: { ...inquiry, message: sent.repeat(200) } } });
  for (const id of [sent, federation.idsOf('union-officer').hide(sent)]) {
    await ask(`{ volunteer(id: "${id}") { name } }`, { as: 'union-officer', purpose: 'placement' });
  }
  await ask(`{ volunteers(after: "${sent}") { nodes { id } } }`, { as: 'union-officer', purpose: 'placement' });
}

describe('a personal value', () => {
  test('is planted wherever a table about people takes it, and the person reads it', () => {
    expect(planted).toEqual(
      expect.arrayContaining([
        'alumni.alumnus.university',
        'registry.volunteer.given_name',
        'registry.volunteer.email',
        'registry.volunteer.phone',
        'registry.volunteer.city',
      ]),
    );
    expect(own.errors).toBeUndefined();
    expect(JSON.stringify(own.data)).toContain(stored);
  });

  test('is asked for and sent in many ways, some of which fail', () => {
    expect(answers.length).toBeGreaterThan(30);
    expect(
      answers.some(({ errors }) => errors?.some(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR')),
    ).toBe(true);
  });
});

describe('the values are nowhere', () => {
  test('in the logs of the processes and of the databases, which do tell what happened', async () => {
    const found = await readLogs(federation.stack);
    expect([...found.keys()]).toEqual(
      expect.arrayContaining([
        'gateway.log',
        'registry.log',
        'university.log',
        'postgres.log',
        'identity-provider.log',
      ]),
    );
    expect(found.get('gateway.log')).toContain('slow operation');
    expect(found.get('registry.log')).toContain('unforeseen error');
    expect(found.get('postgres.log')).toContain('ready to accept connections');
    for (const [name, content] of found) {
      for (const canary of [stored, sent]) expect(content.includes(canary), `${canary} in ${name}`).toBe(false);
    }
  });

  test('in traces', async () => {
    await expect.poll(() => spans.length).toBeGreaterThan(0);
    const all = spans.join('\n');
    expect(all).toContain('resourceSpans');
    for (const canary of [stored, sent]) expect(all.includes(canary), canary).toBe(false);
  });

  test('in metrics', async () => {
    const content = await metrics();
    expect(content).toContain('http_server_request_duration_seconds');
    for (const canary of [stored, sent]) expect(content.includes(canary), canary).toBe(false);
  });

  test('in the errors that others than the sender see: what is stored is in none', () => {
    const errors = answers.flatMap((answer) => answer.errors ?? []);
    expect(errors.length).toBeGreaterThan(10);
    expect(JSON.stringify(errors)).not.toContain(stored);
  });
});
