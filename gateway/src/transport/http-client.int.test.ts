import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener as Serve, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createTcpServer, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { text as readText } from 'node:stream/consumers';
import { generate } from 'selfsigned';
import { afterEach, describe, expect, test } from 'vitest';
import { refusedResponses } from '../../testing/raw-responses.js';
import { listen } from '../../testing/listen.js';
import { JSON_HEADERS, post } from '../../testing/post.js';
import { ConnectionPool } from './connection-pool.js';
import type { HttpClient } from './http-client.js';
import { UndiciClient } from './undici-client.js';

const closers: (() => unknown)[] = [];
afterEach(async () => {
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

const hasIpv6 = Object.values(networkInterfaces()).some((one) => one?.some(({ address }) => address === '::1'));

interface Kind {
  readonly open: (address: URL) => HttpClient;
  /** How it says that the other side closed the connection, that a client was closed, and that something is not HTTP. */
  readonly ended: object;
  readonly closed: object;
  readonly malformed: object;
  /** What it takes although it is not quite right: it does not hear of the version. */
  readonly takes: readonly string[];
}

const CLIENTS: readonly (readonly [string, Kind])[] = [
  [
    'undici',
    {
      open: (address) => new UndiciClient(address),
      ended: { code: 'UND_ERR_SOCKET' },
      closed: { code: 'UND_ERR_DESTROYED' },
      malformed: { name: 'HTTPParserError' },
      takes: ['chunks in HTTP/1.0'],
    },
  ],
  [
    'connections of our own',
    {
      open: (address) => new ConnectionPool(address),
      ended: { code: 'CONNECTION_ENDED' },
      closed: { code: 'CONNECTION_ENDED' },
      malformed: { name: 'MalformedResponse' },
      takes: [],
    },
  ],
];

describe.each(CLIENTS)('over %s', (_name, { open, ended, closed, malformed, takes }) => {
  function clientFor(address: string): HttpClient {
    const client = open(new URL(address));
    closers.push(() => client.close());
    return client;
  }

  describe('connections', () => {
    test('are kept alive, one for each request at the same time', async () => {
      const { port, sockets } = await http(echo);
      const client = clientFor(`http://127.0.0.1:${port}/`);
      for (let index = 0; index < 5; index++) expect(await post(client, `${index}`)).toBe(`200 ${index}`);
      expect(sockets).toHaveLength(1);
      const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => post(client, `${index}`)));
      expect(answers).toEqual(Array.from({ length: 8 }, (_, index) => `200 ${index}`));
      expect(sockets).toHaveLength(8);
      await Promise.all(Array.from({ length: 8 }, () => post(client)));
      expect(sockets).toHaveLength(8);
    });

    test('that the server wants closed are closed', async () => {
      const peer = await http((_request, response) => response.setHeader('connection', 'close').end('x'));
      const client = clientFor(`http://127.0.0.1:${peer.port}/`);
      for (let index = 0; index < 3; index++) expect(await post(client)).toBe('200 x');
      expect(peer.sockets).toHaveLength(3);
      await expect.poll(peer.open).toBe(0);
    });

    test('that idled for nearly as long as the server keeps them are not used again', async () => {
      const { port, sockets } = await tcp((socket) =>
        socket.write('HTTP/1.1 200 OK\r\nkeep-alive: timeout=2\r\ncontent-length: 0\r\n\r\n'),
      );
      const client = clientFor(`http://127.0.0.1:${port}/`);
      await post(client);
      const idleSince = performance.now();
      await post(client);
      expect(sockets).toHaveLength(1);
      await expect.poll(() => performance.now() - idleSince).toBeGreaterThan(1_600);
      await post(client);
      expect(sockets).toHaveLength(2);
    });

    test('that the server closed while they idled are forgotten', async () => {
      const { port, sockets } = await http(echo);
      const client = clientFor(`http://127.0.0.1:${port}/`);
      await post(client);
      const [first] = sockets;
      first?.end();
      await once(first as Socket, 'close');
      expect(await post(client, 'again')).toBe('200 again');
      expect(sockets).toHaveLength(2);
    });

    test('on which something comes that nobody asked for are dropped', async () => {
      const { port, sockets } = await http(echo);
      const client = clientFor(`http://127.0.0.1:${port}/`);
      await post(client);
      sockets[0]?.write('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nforged');
      await once(sockets[0] as Socket, 'close');
      expect(await post(client, 'own')).toBe('200 own');
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
      const client = clientFor(`http://127.0.0.1:${port}/graph%20ql?a=b`);
      await post(client, 'plain', { 'accept-language': 'az' });
      await post(client, '"Şəki, 東京, 🙂"', { 'accept-language': 'caf\u00e9' });
      const common = { method: 'POST', url: '/graph%20ql?a=b', host: `127.0.0.1:${port}` };
      expect(received).toEqual([
        { ...common, language: 'az', text: 'plain' },
        { ...common, language: 'caf\u00e9', text: '"Şəki, 東京, 🙂"' },
      ]);
    });

    test.each(['a\r\nb: c', 'a\nb', 'ğ', 'a\0'])('with the header value %j is not sent', async (value) => {
      const { port, sockets } = await http(echo);
      const client = clientFor(`http://127.0.0.1:${port}/`);
      await expect(post(client, '{}', { 'x-purpose': value })).rejects.toThrow(/^invalid/i);
      await post(client);
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
      const client = clientFor(`http://127.0.0.1:${port}/`);
      const large = 'x'.repeat(32 * 1024 * 1024);
      expect(await post(client, large)).toBe('413 ');
      expect(await post(client, large)).toBe('413 ');
      expect(sockets).toHaveLength(2);
    });

    test('whose connection ends before an answer or in it fails', async () => {
      let text = '';
      const { port } = await tcp((socket) => socket.end(text));
      const client = clientFor(`http://127.0.0.1:${port}/`);
      await expect(post(client)).rejects.toMatchObject(ended);
      text = 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nab';
      await expect(post(client)).rejects.toMatchObject(ended);
      text = 'HTTP/1.1 200 OK\r\n\r\nab';
      expect(await post(client)).toBe('200 ab');
    });

    test.each(refusedResponses.filter(([what]) => !takes.includes(what)))(
      'that is answered with %s fails',
      async (_what, response) => {
        const { port } = await tcp((socket) => void socket.end(response));
        await expect(post(clientFor(`http://127.0.0.1:${port}/`))).rejects.toBeInstanceOf(Error);
      },
    );

    test('that is answered with something else than HTTP fails, and its connection is closed', async () => {
      const peer = await tcp((socket) => socket.write('SSH-2.0-OpenSSH\r\n\r\n'));
      const client = clientFor(`http://127.0.0.1:${peer.port}/`);
      await expect(post(client)).rejects.toMatchObject(malformed);
      await expect.poll(peer.open).toBe(0);
    });

    test('to an address where nobody listens fails', async () => {
      const server = createTcpServer();
      const port = await listen(server);
      server.close();
      await expect(post(clientFor(`http://127.0.0.1:${port}/`))).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    });

    test('that is aborted tells nothing any more, and its connection is closed', async () => {
      const peer = await tcp((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nab'));
      const client = clientFor(`http://127.0.0.1:${peer.port}/`);
      const told: string[] = [];
      const data = Promise.withResolvers<void>();
      const running = client.post('{}', JSON_HEADERS, {
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
      const client = clientFor(`http://127.0.0.1:${peer.port}/`);
      let isSettled = false;
      void post(client, '{}', JSON_HEADERS, (request) => request.abort()).finally(() => (isSettled = true));
      expect(await post(client)).toBe('200 {}');
      await expect.poll(peer.open).toBe(1);
      expect(isSettled).toBe(false);
    });
  });

  test('closing fails what runs, drops all connections and sends nothing any more', async () => {
    const peer = await http((request) => request.resume());
    const client = clientFor(`http://127.0.0.1:${peer.port}/`);
    const running = [post(client), post(client)];
    const refused = Promise.all(running.map((one) => expect(one).rejects.toMatchObject(closed)));
    await expect.poll(peer.open).toBe(2);
    client.close();
    await refused;
    await expect.poll(peer.open).toBe(0);
    await expect(post(client)).rejects.toThrow('given up');
  });

  test.skipIf(!hasIpv6)('an IPv6 address is reached', async () => {
    const server = createHttpServer(echo);
    server.listen(0, '::1');
    await once(server, 'listening');
    closers.push(() => server.close());
    const { port } = server.address() as { port: number };
    expect(await post(clientFor(`http://[::1]:${port}/`), 'x')).toBe('200 x');
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
    await expect(post(clientFor(`https://localhost:${port}/`))).rejects.toMatchObject({
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    const trusted = getCACertificates('default');
    setDefaultCACertificates([...trusted, cert]);
    closers.push(() => setDefaultCACertificates(trusted));
    await expect(post(clientFor(`https://127.0.0.1:${port}/`))).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
    const client = clientFor(`https://localhost:${port}/`);
    const before = sockets.length;
    for (let index = 0; index < 3; index++) expect(await post(client, `"ə${index}"`)).toBe(`200 "ə${index}"`);
    expect(sockets).toHaveLength(before + 1);
  });
});
