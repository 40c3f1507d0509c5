import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { discoverLayout } from './layout.js';

const { flags } = discoverLayout().gateway;
const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

test('the gateway is started with the flags of its own start script', () => {
  expect(flags).toEqual([
    '--enable-source-maps',
    '--min-semi-space-size=16',
    '--max-semi-space-size=16',
    '--no-allocation-site-pretenuring',
    '--no-flush-bytecode',
  ]);
});

test('the image and the page about the gateway name the same flags', () => {
  const [, command = '[]'] = /^CMD (\[.*\])$/m.exec(read('infra/docker/Dockerfile')) ?? [];
  const [, entry = '[]'] = /^ENTRYPOINT (\[.*\])$/m.exec(read('infra/docker/Dockerfile')) ?? [];
  const started = [...(JSON.parse(entry) as string[]), ...(JSON.parse(command) as string[])];
  expect(started.slice(1, started.indexOf('gateway/dist/main.js'))).toEqual(flags);
  for (const flag of flags.slice(1)) expect(read('gateway/README.md')).toContain(flag);
});
