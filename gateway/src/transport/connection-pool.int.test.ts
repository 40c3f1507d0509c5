import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener as Serve, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createTcpServer, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { text as readText } from 'node:stream/consumers';
import { generate } from 'selfsigned';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { listen } from '../../testing/listen.js';
import { ConnectionPool, type RunningRequest } from './connection-pool.js';

const JSON_HEADERS = { 'content-type': 'application/json' };

const closers: (() => unknown)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const close of closers.splice(0)) await close();
});

/** A server whose connections are counted. */
interface Peer {
  readonly port: number;
  readonly sockets: Socket[];
  readonly open: () => number;
}

async function serve(server: Server | ReturnType<typeof createTcpServer>): Promise<Peer> {
  const sockets: Socket[] = [];
  server.on('connection', (socket: Socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
  });
  const port = await listen(server);
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port, sockets, open: () => sockets.filter((socket) => !socket.destroyed).length };
}

const http = (listener: Serve) => serve(createHttpServer(listener));
/** Answers each piece that comes with bytes. */
const tcp = (answer: (socket: Socket, piece: Buffer) => void) =>
  serve(createTcpServer((socket) => socket.on('data', (piece) => answer(socket, piece))));
const echo: Serve = (request, response) => void readText(request).then((text) => response.end(text));

function poolFor(address: string): ConnectionPool {
  const pool = new ConnectionPool(new URL(address));
  closers.push(() => pool.close());
  return pool;
}

/** Sends a request and answers its status and text; rejects with what the pool tells. */
function post(
  pool: ConnectionPool,
  body = '{}',
  headers: Readonly<Record<string, string>> = JSON_HEADERS,
  begun: (request: RunningRequest) => void = () => undefined,
): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const chunks: Buffer[] = [];
  let start = '';
  begun(
    pool.post(body, headers, {
      onHead: ({ status }) => (start = `${status} `),
      onData: (chunk) => chunks.push(chunk),
      onEnd: () => resolve(start + Buffer.concat(chunks).toString('utf8')),
      onError: reject,
    }),
  );
  return promise;
}

describe('connections', () => {
  test('are kept alive, one for each request at the same time', async () => {
    const { port, sockets } = await http(echo);
    const pool = poolFor(`http://127.0.0.1:${port}/`);
    for (let index = 0; index < 5; index++) expect(await post(pool, `${index}`)).toBe(`200 ${index}`);
    expect(sockets).toHaveLength(1);
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => post(pool, `${index}`)));
    expect(answers).toEqual(Array.from({ length: 8 }, (_, index) => `200 ${index}`));
    expect(sockets).toHaveLength(8);
    await Promise.all(Array.from({ length: 8 }, () => post(pool)));
    expect(sockets).toHaveLength(8);
  });

  test('that the server wants closed are closed', async () => {
    const peer = await http((_request, response) => response.setHeader('connection', 'close').end('x'));
    const pool = poolFor(`http://127.0.0.1:${peer.port}/`);
    for (let index = 0; index < 3; index++) expect(await post(pool)).toBe('200 x');
    expect(peer.sockets).toHaveLength(3);
    await expect.poll(peer.open).toBe(0);
  });

  test('that idled for longer than the server keeps them are not used again', async () => {
    const { port, sockets } = await tcp((socket) =>
      socket.write('HTTP/1.1 200 OK\r\nkeep-alive: timeout=11\r\ncontent-length: 0\r\n\r\n'),
    );
    const pool = poolFor(`http://127.0.0.1:${port}/`);
    vi.useFakeTimers({ toFake: ['performance'] });
    await Promise.all([post(pool), post(pool)]);
    vi.advanceTimersByTime(9_999);
    await post(pool);
    expect(sockets).toHaveLength(2);
    vi.advanceTimersByTime(1);
    // The other one has idled since the beginning.
    await post(pool);
    await expect.poll(() => sockets.filter(({ destroyed }) => destroyed)).toHaveLength(1);
    expect(sockets).toHaveLength(2);
    vi.advanceTimersByTime(10_000);
    await post(pool);
    expect(sockets).toHaveLength(3);
  });

  test('that the server closed while they idled are forgotten', async () => {
    const { port, sockets } = await http(echo);
    const pool = poolFor(`http://127.0.0.1:${port}/`);
    await post(pool);
    const [first] = sockets;
    first?.end();
    await once(first as Socket, 'close');
    expect(await post(pool, 'again')).toBe('200 again');
    expect(sockets).toHaveLength(2);
  });

  test('on which something comes that nobody asked for are dropped', async () => {
    const { port, sockets } = await http(echo);
    const pool = poolFor(`http://127.0.0.1:${port}/`);
    await post(pool);
    sockets[0]?.write('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nforged');
    await once(sockets[0] as Socket, 'close');
    expect(await post(pool, 'own')).toBe('200 own');
  });
});

describe('a request', () => {
  test('arrives as it was given', async () => {
    const received: unknown[] = [];
    const { port } = await http((request, response) => {
      const { method, url, headers } = request;
      void readText(request).then((text) => {
        received.push({ method, url, host: headers.host, language: headers['accept-language'], text });
        response.end('ok');
      });
    });
    const pool = poolFor(`http://127.0.0.1:${port}/graph%20ql?a=b`);
    await post(pool, 'plain', { 'accept-language': 'az' });
    await post(pool, '"Şəki, 東京, 🙂"', { 'accept-language': 'caf\u00e9' });
    const common = { method: 'POST', url: '/graph%20ql?a=b', host: `127.0.0.1:${port}` };
    expect(received).toEqual([
      { ...common, language: 'az', text: 'plain' },
      { ...common, language: 'caf\u00e9', text: '"Şəki, 東京, 🙂"' },
    ]);
  });

  test.each(['a\r\nb: c', 'a\nb', 'ğ', 'a\0'])('with the header value %j is not sent', async (value) => {
    const { port, sockets } = await http(echo);
    const pool = poolFor(`http://127.0.0.1:${port}/`);
    expect(() => post(pool, '{}', { 'x-purpose': value })).toThrow('Invalid character');
    await post(pool);
    expect(sockets).toHaveLength(1);
  });

  test('may be answered before all of it was taken, and then its connection is not used again', async () => {
    const answered = new Set<Socket>();
    const { port, sockets } = await tcp((socket) => {
      if (answered.has(socket)) return;
      answered.add(socket);
      socket.pause();
      socket.write('HTTP/1.1 413 Too Large\r\ncontent-length: 0\r\n\r\n');
    });
    const pool = poolFor(`http://127.0.0.1:${port}/`);
    const large = 'x'.repeat(32 * 1024 * 1024);
    expect(await post(pool, large)).toBe('413 ');
    expect(await post(pool, large)).toBe('413 ');
    expect(sockets).toHaveLength(2);
  });

  test('whose connection ends before an answer or in it fails', async () => {
    let text = '';
    const { port } = await tcp((socket) => socket.end(text));
    const pool = poolFor(`http://127.0.0.1:${port}/`);
    await expect(post(pool)).rejects.toMatchObject({ code: 'CONNECTION_ENDED' });
    text = 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nab';
    await expect(post(pool)).rejects.toMatchObject({ code: 'CONNECTION_ENDED' });
    text = 'HTTP/1.1 200 OK\r\n\r\nab';
    expect(await post(pool)).toBe('200 ab');
  });

  test('that is answered with something else than HTTP fails, and its connection is closed', async () => {
    const peer = await tcp((socket) => socket.write('SSH-2.0-OpenSSH\r\n\r\n'));
    const pool = poolFor(`http://127.0.0.1:${peer.port}/`);
    await expect(post(pool)).rejects.toMatchObject({ name: 'MalformedResponse' });
    await expect.poll(peer.open).toBe(0);
  });

  test('to an address where nobody listens fails', async () => {
    const server = createTcpServer();
    const port = await listen(server);
    server.close();
    await expect(post(poolFor(`http://127.0.0.1:${port}/`))).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('that is aborted tells nothing any more, and its connection is closed', async () => {
    const peer = await tcp((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nab'));
    const pool = poolFor(`http://127.0.0.1:${peer.port}/`);
    const told: string[] = [];
    const data = Promise.withResolvers<void>();
    const running = pool.post('{}', JSON_HEADERS, {
      onHead: () => told.push('head'),
      onData: () => data.resolve(),
      onEnd: () => told.push('end'),
      onError: () => told.push('error'),
    });
    await data.promise;
    running.abort();
    await once(peer.sockets[0] as Socket, 'close');
    expect(told).toEqual(['head']);
  });

  test('that is aborted before there is a connection leaves none behind', async () => {
    const peer = await http(echo);
    const pool = poolFor(`http://127.0.0.1:${peer.port}/`);
    let isSettled = false;
    void post(pool, '{}', JSON_HEADERS, (request) => request.abort()).finally(() => (isSettled = true));
    expect(await post(pool)).toBe('200 {}');
    await expect.poll(peer.open).toBe(1);
    expect(isSettled).toBe(false);
  });
});

test('closing fails what runs, drops all connections and sends nothing any more', async () => {
  const peer = await http((request) => request.resume());
  const pool = poolFor(`http://127.0.0.1:${peer.port}/`);
  const running = [post(pool), post(pool)];
  const refused = Promise.all(running.map((one) => expect(one).rejects.toMatchObject({ code: 'CONNECTION_ENDED' })));
  await expect.poll(peer.open).toBe(2);
  pool.close();
  await refused;
  await expect.poll(peer.open).toBe(0);
  expect(() => post(pool)).toThrow('given up');
});

const hasIpv6 = Object.values(networkInterfaces()).some((one) => one?.some(({ address }) => address === '::1'));

test.skipIf(!hasIpv6)('an IPv6 address is reached', async () => {
  const server = createHttpServer(echo);
  server.listen(0, '::1');
  await once(server, 'listening');
  closers.push(() => server.close());
  const { port } = server.address() as { port: number };
  expect(await post(poolFor(`http://[::1]:${port}/`), 'x')).toBe('200 x');
});

test('a certificate must be of somebody trusted and for the name', async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
    ],
  });
  const { port, sockets } = await serve(createHttpsServer({ key, cert }, echo));
  await expect(post(poolFor(`https://localhost:${port}/`))).rejects.toMatchObject({
    code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  });
  const trusted = getCACertificates('default');
  setDefaultCACertificates([...trusted, cert]);
  closers.push(() => setDefaultCACertificates(trusted));
  await expect(post(poolFor(`https://127.0.0.1:${port}/`))).rejects.toMatchObject({
    code: 'ERR_TLS_CERT_ALTNAME_INVALID',
  });
  const pool = poolFor(`https://localhost:${port}/`);
  const before = sockets.length;
  for (let index = 0; index < 3; index++) expect(await post(pool, `"ə${index}"`)).toBe(`200 "ə${index}"`);
  expect(sockets).toHaveLength(before + 1);
});
