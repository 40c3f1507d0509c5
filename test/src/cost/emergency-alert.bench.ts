import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createDemoData, id } from '@birlik/demo-data';
import { startStack } from '@birlik/infra/stack';
import { ask } from '@birlik/test-client';
import pg from 'pg';

/**
 * How long an alert to everybody of the demo takes until each e-mail is handed over: all 10,000 have asked for alerts about Lithuania. The whole
 * stack runs, and e-mails are files.
 */
const event = id('emergency', 'drill');
const stateDir = mkdtempSync(join(tmpdir(), 'birlik-alert-'));
const stack = await startStack({ stateDir, port: 0, dispatchEvery: 300 });
const owners = new Map<string, pg.Client>();
try {
  for (const member of ['alumni', 'registry']) {
    const client = new pg.Client(stack.databases[member]?.ownerUrl);
    await client.connect();
    owners.set(member, client);
  }
  const people = [...createDemoData().persons()].map((person) => person.id);
  await owners.get('registry')?.query(`update volunteer set email = id || '@example.org'`);
  await owners.get('alumni')?.query(
    `insert into alert_subscription (id, volunteer_id, country_code)
     select uuidv7(), person, 'LT' from unnest($1::uuid[]) as person on conflict do nothing`,
    [people],
  );
  const mails = () => readdirSync(stack.folder.mail).filter((name) => name.endsWith('.eml')).length;
  const before = mails();
  const began = Date.now();
  await ask(
    `${stack.gatewayUrl}/graphql`,
    `mutation { sendEmergencyAlert(input: { emergencyId: "${event}", text: { az: "Açıq yerə çıxın." } }) { __typename ... on Problem { code message } } }`,
    { headers: { authorization: `Bearer ${await stack.token('alumni-officer')}`, 'birlik-purpose': 'none' } },
  ).then(({ data, errors }) => process.stdout.write(`${JSON.stringify({ data, errors })}\n`));
  let seen = -1;
  while (seen < people.length) {
    await pause(1_000);
    const now = mails() - before;
    process.stdout.write(`${Math.round((Date.now() - began) / 1000)} s: ${now}\n`);
    if (now === seen && seen > 0 && Date.now() - began > 300_000) break;
    seen = now;
  }
} finally {
  for (const client of owners.values()) await client.end();
  await stack.shutdown();
  rmSync(stateDir, { recursive: true, force: true });
}
