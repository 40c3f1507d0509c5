import { createServer, type Socket } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { listen } from '../../testing/listen.js';
import { post } from '../../testing/post.js';
import { ConnectionPool } from './connection-pool.js';

const closers: (() => unknown)[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const close of closers.splice(0)) close();
});

test('connections that idled for longer than the server keeps them are not used again, be it by a millisecond', async () => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\nkeep-alive: timeout=11\r\ncontent-length: 0\r\n\r\n'));
  });
  const port = await listen(server);
  closers.push(() => server.close());
  const client = new ConnectionPool(new URL(`http://127.0.0.1:${port}/`));
  closers.push(() => client.close());
  vi.useFakeTimers({ toFake: ['performance'] });
  await Promise.all([post(client), post(client)]);
  vi.advanceTimersByTime(9_999);
  await post(client);
  expect(sockets).toHaveLength(2);
  vi.advanceTimersByTime(1);
  // The other one has idled since the beginning.
  await post(client);
  await expect.poll(() => sockets.filter(({ destroyed }) => destroyed)).toHaveLength(1);
  expect(sockets).toHaveLength(2);
  vi.advanceTimersByTime(10_000);
  await post(client);
  expect(sockets).toHaveLength(3);
});
