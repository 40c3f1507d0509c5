import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createDemoData } from '@birlik/demo-data';
import { megabytesOfTree } from '@birlik/infra/measure';
import { startStack, type Stack } from '@birlik/infra/stack';
import { ask } from '@birlik/test-client';
import { readmeProfileQuery } from '../testkit/profile-query.js';
import { growthReport, type Sample } from './growth.js';

/**
 * Puts a mixed load on the demo stack and looks at the memory of each process: reads and lists of several viewers, consents
 * that are given and withdrawn, records that change, documents that nobody has sent before, and mistakes.
 *
 * Ends with 1 when a process has grown after the first minutes, or when an answer was not the one that was due.
 */
const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    settle: { type: 'string', default: '5' },
    'at-once': { type: 'string', default: '8' },
    scale: { type: 'string', default: '1' },
  },
});
const minutes = Number(options.minutes);
const settle = Number(options.settle);
const demo = createDemoData();
const profile = await readmeProfileQuery();
const union = demo.organization('uvoa').id;

interface Work {
  readonly as: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The code of the error that is due. @default none */
  readonly code?: string;
}

let turn = 0;
const reads: readonly (() => Work)[] = [
  () => ({ as: 'volunteer', query: profile }),
  () => ({ as: 'volunteer-2', query: profile }),
  () => ({ as: 'volunteer', query: `query Own${(turn += 1)} { me { name withheld { category } } }` }),
  () => ({ as: 'university-officer', query: '{ volunteers(first: 50) { nodes { name } } }' }),
  () => ({ as: 'union-officer', query: '{ volunteers(first: 20) { nodes { name serviceRecord { minutes } } } }' }),
  () => ({ as: 'volunteer', query: '{ me { whoViewedMyData(first: 20) { nodes { operation category } } } }' }),
  () => ({ as: 'volunteer', query: `{ me { unknown${(turn += 1)} } }`, code: 'GRAPHQL_VALIDATION_FAILED' }),
];

const give = 'mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { ... on Consent { id } } }';
const withdraw = 'mutation ($id: ID!) { withdrawConsent(id: $id) { __typename } }';
const submit = `mutation ($records: [SourceRecordInput!]!) {
  submitSourceRecords(records: $records) { __typename ... on Problem { message } } }`;

const samples: Sample[] = [];
const outcomes = { right: 0, wrong: new Map<string, number>() };
const stateDir = mkdtempSync(join(tmpdir(), 'birlik-soak-'));
let stack: Stack | null = null;
try {
  stack = await startStack({ stateDir, port: 0, scale: Number(options.scale), dispatchEvery: 0 });
  await run(stack);
} finally {
  await stack?.shutdown();
  rmSync(stateDir, { recursive: true, force: true });
}
const { text, grown } = growthReport(samples, settle);
const wrong = [...outcomes.wrong].map(([what, count]) => `  ${count} x ${what}\n`).join('');
process.stdout.write(`${text}\n  ${outcomes.right} answers as they were due\n${wrong}`);
process.exitCode = grown.length > 0 || outcomes.wrong.size > 0 ? 1 : 0;

async function run({ gatewayUrl, token, processes }: Stack): Promise<void> {
  const until = performance.now() + minutes * 60_000;
  const goesOn = () => performance.now() < until;
  const tokens = new Map<string, { readonly value: Promise<string>; readonly until: number }>();
  const tokenOf = (persona: string): Promise<string> => {
    const known = tokens.get(persona);
    if (known !== undefined && known.until > performance.now()) return known.value;
    const value = token(persona);
    tokens.set(persona, { value, until: performance.now() + 120_000 });
    return value;
  };
  const send = async ({ as, query, variables, headers, code }: Work) => {
    const authorization = `Bearer ${await tokenOf(as)}`;
    const answer = await ask(`${gatewayUrl}/graphql`, query, {
      variables,
      headers: { authorization, 'birlik-purpose': 'recruitment', ...headers },
    });
    const got = answer.errors?.[0]?.extensions.code;
    const what = `${got ?? 'no error'}: ${query.slice(0, 60)}`;
    if (got === code) outcomes.right += 1;
    else outcomes.wrong.set(what, (outcomes.wrong.get(what) ?? 0) + 1);
    return answer.data;
  };
  const reader = async (first: number) => {
    for (let next = first; goesOn(); next += 1) await send(reads[next % reads.length]?.() ?? { as: '', query: '' });
  };
  const changer = async () => {
    for (let count = 0; goesOn(); count += 1) {
      const headers = () => ({ 'idempotency-key': randomUUID() });
      const input = { recipientOrganizationId: union, purpose: 'placement', category: 'STUDY' };
      const given = await send({ as: 'volunteer', query: give, variables: { input }, headers: headers() });
      const id = (given as { giveConsent?: { id?: string } } | null)?.giveConsent?.id ?? '';
      await send({ as: 'volunteer', query: withdraw, variables: { id }, headers: headers() });
      const records = [{ localKey: `soak-${count % 200}`, givenName: 'Nümunə', familyName: `Nümunəli ${count}` }];
      await send({ as: 'union-system', query: submit, variables: { records }, headers: headers() });
      await pause(1000);
    }
  };
  const sampler = async () => {
    while (goesOn()) {
      const minute = minutes - (until - performance.now()) / 60_000;
      for (const { name, pid } of processes()) samples.push({ name, minute, megabytes: megabytesOfTree(pid) });
      await pause(5000);
    }
  };
  await Promise.all([
    sampler(),
    changer(),
    ...Array.from({ length: Number(options['at-once']) }, (_, first) => reader(first)),
  ]);
}
