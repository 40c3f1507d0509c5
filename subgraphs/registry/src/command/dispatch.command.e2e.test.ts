import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const command = resolve(import.meta.dirname, '../../dist/src/command/dispatch.command.js');
const complete = {
  GATEWAY_URL: 'http://127.0.0.1:1',
  ISSUER: 'http://127.0.0.1:1',
  CLIENT_ID: 'a',
  CLIENT_SECRET: 'b',
};

function start(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess & { output: string } {
  const child = Object.assign(fork(command, [...args], { env: { ...env }, silent: true }), { output: '' });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (child.output += text));
  }
  return child;
}

async function run(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = start(args, env);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output: child.output };
}

test.each([[['--every', '0']], [['--every', '301']], [['--every', 'soon']], [['--often']]])(
  '%j says how it is used',
  async (args) => {
    const { code, output } = await run(args, complete);
    expect(code).toBe(64);
    expect(output).toContain('[--every SECONDS]');
  },
);

test('an environment that lacks something is refused with everything that it lacks', async () => {
  const { code, output } = await run([], { GATEWAY_URL: 'no address' });
  expect(code).toBe(78);
  for (const name of ['GATEWAY_URL', 'ISSUER', 'CLIENT_ID', 'CLIENT_SECRET']) expect(output).toContain(name);
});

test('one round that cannot sign in ends with a failure', async () => {
  expect((await run([], complete)).code).toBe(1);
});

test('rounds go on when one fails, and end when the process is told to stop', async () => {
  const asked: string[] = [];
  const issuer = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(503).end();
  });
  issuer.listen(0, '127.0.0.1');
  await once(issuer, 'listening');
  const { port } = issuer.address() as AddressInfo;
  const child = start(['--every', '1'], { ...complete, ISSUER: `http://127.0.0.1:${port}` });
  expect(await once(child, 'message')).toMatchObject([{ type: 'ready' }, undefined]);
  await expect.poll(() => asked.length).toBeGreaterThan(1);
  child.kill('SIGTERM');
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(child.output).toContain('round failed');
  issuer.close();
});
