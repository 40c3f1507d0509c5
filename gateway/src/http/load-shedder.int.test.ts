import { setImmediate } from 'node:timers/promises';
import { request } from 'undici';
import { expect, test } from 'vitest';
import { people } from '../../testing/demo-subgraphs.js';
import { NO_SHARING, startFederation } from '../../testing/federation.js';

async function post(url: string) {
  const { statusCode, headers, body } = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ me { name } }' }),
  });
  return { status: statusCode, headers, body: (await body.json()) as { errors?: { extensions: object }[] } };
}

async function health(url: string): Promise<number> {
  const { statusCode, body } = await request(new URL('/health/ready', url));
  await body.dump();
  return statusCode;
}

test('what is above the limit is refused at once, what was let in is finished, and health answers', async () => {
  const federation = await startFederation([people], { ...NO_SHARING, shedding: { maxRequests: 20 } });
  const { url } = federation;
  const full = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  let waiting = 0;
  federation.subgraph('people').intercept = async () => {
    if (++waiting === 20) full.resolve();
    await release.promise;
    return false;
  };
  const admitted = Array.from({ length: 20 }, () => post(url));
  await full.promise;
  // The subgraph answers nobody yet, so these answers come from the door.
  const refused = await Promise.all(Array.from({ length: 80 }, () => post(url)));
  for (const { status, headers, body } of refused) {
    expect(status).toBe(503);
    expect(headers).toMatchObject({ 'retry-after': '1', 'cache-control': 'no-store' });
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'OVERLOADED' });
  }
  expect(await health(url)).toBe(200);
  expect(waiting).toBe(20);
  release.resolve();
  for (const { status, body } of await Promise.all(admitted)) {
    expect({ status, body }).toEqual({ status: 200, body: { data: { me: { name: 'Aysel' } } } });
  }
  expect((await post(url)).status).toBe(200);
  await federation.close();
});

test('requests that were refused for another reason leave their place to others', async () => {
  const federation = await startFederation([people], { shedding: { maxRequests: 1 } });
  for (let index = 0; index < 3; index++) {
    const { body, statusCode } = await request(federation.url, { method: 'PUT' });
    await body.dump();
    expect(statusCode).toBe(405);
  }
  expect((await post(federation.url)).status).toBe(200);
  await federation.close();
});

test('an event loop that stays late refuses requests until it has recovered', async () => {
  const federation = await startFederation([people], { shedding: { maxLagMs: 20 } });
  const { url } = federation;
  expect((await post(url)).status).toBe(200);
  // Each round is later than a probe and its limit together, so the second late probe has come after a few.
  for (let round = 0; round < 5; round++) {
    const end = performance.now() + 200;
    while (performance.now() < end);
    await setImmediate();
  }
  expect((await post(url)).status).toBe(503);
  expect(await health(url)).toBe(200);
  await expect.poll(async () => (await post(url)).status).toBe(200);
  await federation.close();
});
