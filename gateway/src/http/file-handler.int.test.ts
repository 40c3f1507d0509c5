import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { request } from 'undici';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLogger } from '../telemetry/logger.js';
import { createCors } from './cors.js';
import { filesSchema, type FilesConfig } from './file-config.js';
import { createFileHandler, type FileHandler } from './file-handler.js';

const PORTAL = 'https://portal.example';
const MEGABYTE = 1024 * 1024;

type Listener = (message: IncomingMessage, response: ServerResponse) => void;

/** What the subgraph does with a file that is sent to it or asked of it. */
let listener: Listener;
let asked: IncomingMessage[];
const subgraph = createServer((message, response) => {
  asked.push(message);
  listener(message, response);
});

let handlers: FileHandler[];
let gateways: ReturnType<typeof createServer>[];
let address: string;

beforeAll(async () => {
  await once(subgraph.listen(0, '127.0.0.1'), 'listening');
  address = `http://127.0.0.1:${(subgraph.address() as AddressInfo).port}/graphql`;
});
afterAll(() => {
  subgraph.closeAllConnections();
  subgraph.close();
});
beforeEach(() => {
  asked = [];
  handlers = [];
  gateways = [];
});
afterEach(async () => {
  for (const gateway of gateways) {
    gateway.closeAllConnections();
    gateway.close();
  }
  await Promise.all(handlers.map((handler) => handler.close()));
});

/** Starts what passes files on to a subgraph that is called `union`; gives its address. */
async function start(config: Partial<FilesConfig> = {}, urls = new Map([['union', address]])): Promise<string> {
  const handler = createFileHandler({
    config: filesSchema.parse({ passedFor: ['union'], maxBytes: 2 * MEGABYTE, ...config }),
    urls: () => urls,
    cors: createCors({ origins: [PORTAL], maxAgeSeconds: 60 }, 'GET, PUT'),
    logger: createLogger('silent'),
  });
  const gateway = createServer((message, response) => {
    if (!handler.serve(message.url ?? '', message, response)) response.writeHead(404).end();
  });
  handlers.push(handler);
  gateways.push(gateway);
  await once(gateway.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
}

const codeOf = async (answer: { body: { json(): Promise<unknown> } }): Promise<unknown> =>
  ((await answer.body.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

/** Takes a whole body and says how long it was. */
const takeAll: Listener = (message, response) =>
  void buffer(message).then((body) => response.writeHead(201).end(String(body.length)));

describe('a file', () => {
  test('is passed on and its answer back, without a word on who sends it', async () => {
    const origin = await start();
    listener = takeAll;
    const bytes = randomBytes(MEGABYTE);
    const { statusCode, body } = await request(`${origin}/files/union/a.b-c_d`, {
      method: 'PUT',
      headers: { 'content-type': 'image/png', authorization: 'Bearer x', cookie: 'x', 'accept-language': 'ru' },
      body: bytes,
    });
    expect([statusCode, await body.text()]).toEqual([201, String(MEGABYTE)]);
    const [seen] = asked;
    expect([seen?.method, seen?.url]).toEqual(['PUT', '/files/a.b-c_d']);
    expect(seen?.headers).toMatchObject({ 'content-type': 'image/png', 'accept-language': 'ru' });
    for (const name of ['authorization', 'cookie']) expect(seen?.headers).not.toHaveProperty(name);
  });

  test('is given as something to keep and never as a page, whatever the subgraph says', async () => {
    const origin = await start();
    listener = (_message, response) =>
      response
        .writeHead(200, {
          'content-type': 'text/html',
          'content-disposition': 'inline',
          'cache-control': 'public',
          'set-cookie': 'x=y',
          'access-control-allow-origin': '*',
        })
        .end('<script>1</script>');
    const { headers, body } = await request(`${origin}/files/union/x`);
    expect(await body.text()).toBe('<script>1</script>');
    expect(headers).toMatchObject({
      'content-disposition': 'attachment',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    for (const name of ['set-cookie', 'access-control-allow-origin']) expect(headers).not.toHaveProperty(name);
  });

  test('keeps the name that the subgraph gives it', async () => {
    const origin = await start();
    const disposition = "attachment; filename*=UTF-8''i%C5%9F.pdf";
    listener = (_message, response) => response.writeHead(200, { 'content-disposition': disposition }).end();
    const { headers, body } = await request(`${origin}/files/union/x`);
    await body.dump();
    expect(headers['content-disposition']).toBe(disposition);
  });

  test('is heard of by pages of allowed origins alone', async () => {
    const origin = await start();
    const preflight = (from: string) =>
      request(`${origin}/files/union/x`, {
        method: 'OPTIONS',
        headers: { origin: from, 'access-control-request-method': 'PUT' },
      });
    const allowed = await preflight(PORTAL);
    expect(allowed.statusCode).toBe(204);
    expect(allowed.headers['access-control-allow-methods']).toBe('GET, PUT');
    expect((await preflight('https://other.example')).statusCode).toBe(405);
  });
});

describe('nothing is passed on', () => {
  test.each([
    ['to a subgraph whose files are not', '/files/other/x'],
    ['to another place of the subgraph', '/files/union/x/y'],
    ['without a link', '/files/union/'],
  ])('%s', async (_what, path) => {
    const origin = await start(
      {},
      new Map([
        ['union', address],
        ['other', address],
      ]),
    );
    expect((await request(`${origin}${path}`)).statusCode).toBe(404);
    expect(asked).toEqual([]);
  });

  test('by a gateway that was not told to', async () => {
    const origin = await start({ passedFor: [] });
    expect((await request(`${origin}/files/union/x`)).statusCode).toBe(404);
  });

  test('by other methods', async () => {
    const origin = await start();
    const answer = await request(`${origin}/files/union/x`, { method: 'POST', body: 'x' });
    expect([answer.statusCode, answer.headers['allow']]).toEqual([405, 'GET, HEAD, PUT']);
    expect(asked).toEqual([]);
  });
});

describe('a file that is too large', () => {
  test('is refused before it is passed on', async () => {
    const origin = await start();
    const answer = await request(`${origin}/files/union/x`, { method: 'PUT', body: Buffer.alloc(2 * MEGABYTE + 1) });
    expect([answer.statusCode, await codeOf(answer)]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    expect(asked).toEqual([]);
  });

  test('is cut off where it does not say how large it is, and the subgraph sees that it is not whole', async () => {
    const origin = await start();
    const cut = Promise.withResolvers<void>();
    listener = (message) => void message.resume().on('error', () => cut.resolve());
    const body = Readable.from(Array.from({ length: 48 }, () => Buffer.alloc(MEGABYTE / 16)));
    const answer = await request(`${origin}/files/union/x`, { method: 'PUT', body });
    expect([answer.statusCode, await codeOf(answer)]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    await cut.promise;
  });
});

describe('a transfer', () => {
  test('ends for the subgraph when the client goes away', async () => {
    const origin = await start();
    const [begun, gone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    listener = (message) => {
      message.once('data', () => begun.resolve());
      message.on('error', () => gone.resolve());
    };
    const leaving = new AbortController();
    const body = new Readable({ read() {} });
    body.push(Buffer.alloc(1_000));
    const sent = request(`${origin}/files/union/x`, { method: 'PUT', body, signal: leaving.signal });
    await begun.promise;
    leaving.abort();
    await expect(sent).rejects.toThrow('aborted');
    await gone.promise;
  });

  test('ends when nothing moves, on either side, with a coded refusal where one can be heard', async () => {
    const origin = await start({ idleMs: 300 });
    listener = () => {};
    const silent = await request(`${origin}/files/union/x`).then(codeOf, () => 'cut off');
    expect(['DEADLINE_EXCEEDED', 'cut off']).toContain(silent);
    listener = (_message, response) => void response.writeHead(200, { 'content-length': 10 }).write('x');
    const half = await request(`${origin}/files/union/x`);
    await expect(half.body.text()).rejects.toThrow(/terminated|other side closed|aborted/);
  });

  test('ends when it takes too long as a whole, though something moves', async () => {
    const origin = await start({ transferMs: 300 });
    listener = (_message, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(drip));
    };
    const { body } = await request(`${origin}/files/union/x`);
    await expect(body.text()).rejects.toThrow(/terminated|other side closed|aborted/);
  });

  test('is refused where as many run as may', async () => {
    const origin = await start({ maxTransfers: 1 });
    const waiting: ServerResponse[] = [];
    listener = (_message, response) => void waiting.push(response);
    const first = request(`${origin}/files/union/x`);
    await vi.waitUntil(() => waiting.length === 1);
    const second = await request(`${origin}/files/union/x`);
    expect([second.statusCode, await codeOf(second)]).toEqual([503, 'OVERLOADED']);
    waiting[0]?.end('x');
    expect(await (await first).body.text()).toBe('x');
    listener = (_message, response) => response.end('y');
    expect(await (await request(`${origin}/files/union/x`)).body.text()).toBe('y');
  });

  test('lets the client read why its file was refused before all of it was sent', async () => {
    const origin = await start();
    listener = (message, response) =>
      void message.once('data', () => response.writeHead(400, { 'content-type': 'application/json' }).end('{"no":1}'));
    const answer = await request(`${origin}/files/union/x`, { method: 'PUT', body: randomBytes(2 * MEGABYTE) });
    expect([answer.statusCode, await answer.body.json()]).toEqual([400, { no: 1 }]);
  });

  test('is refused while the subgraph is away', async () => {
    const origin = await start({}, new Map([['union', 'http://127.0.0.1:1/graphql']]));
    const answer = await request(`${origin}/files/union/x`, { method: 'PUT', body: randomBytes(MEGABYTE) });
    expect([answer.statusCode, await codeOf(answer)]).toEqual([503, 'UPSTREAM_UNAVAILABLE']);
  });

  test('does not run ahead of a reader that is slow', async () => {
    const origin = await start({ maxBytes: 64 * MEGABYTE });
    let written = 0;
    listener = (_message, response) => {
      const bytes = Buffer.alloc(64 * 1024);
      const pour = () => {
        while (written < 64 * MEGABYTE) {
          written += bytes.length;
          if (!response.write(bytes)) return void response.once('drain', pour);
        }
        response.end();
      };
      pour();
    };
    const { body } = await request(`${origin}/files/union/x`, { highWaterMark: 1024 });
    await once(body, 'readable');
    const before = written;
    await vi.waitUntil(() => written > 0);
    expect(before).toBeLessThan(32 * MEGABYTE);
    body.destroy();
    body.on('error', () => {});
  });
});
