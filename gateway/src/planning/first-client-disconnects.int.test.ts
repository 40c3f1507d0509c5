import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { badges, people, reviews } from '../../testing/demo-subgraphs.js';
import { startFederation, type Federation } from '../../testing/federation.js';

const DOCUMENTS = 60;
const AT_ONCE = 10;
const SPREAD_MS = 6;

let federation: Federation;
beforeAll(async () => {
  federation = await startFederation([people, reviews, badges]);
});
afterAll(() => federation.close());

/** Each with its own text, so each is planned for the client that disconnects. */
const documentOf = (index: number) =>
  `query Q${index} { me { n${index}: name badge reviews { body stars author { name } } } top { price } }`;

/** Sends a document and drops the connection after a while. Returns whether any byte of an answer came before. */
async function sendAndLeave(query: string, afterMs: number): Promise<boolean> {
  const { hostname, port } = new URL(federation.url);
  const body = JSON.stringify({ query });
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  let answered = false;
  socket.on('data', () => (answered = true));
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  await setTimeout(afterMs);
  socket.destroy();
  return answered;
}

test('no document is spoilt by a first client that disconnects while it is planned', async () => {
  const indexes = Array.from({ length: DOCUMENTS }, (_, index) => index);
  const answered: boolean[] = [];
  for (let start = 0; start < DOCUMENTS; start += AT_ONCE) {
    const some = indexes.slice(start, start + AT_ONCE);
    const leave = (index: number) => sendAndLeave(documentOf(index), ((index - start + 1) * SPREAD_MS) / AT_ONCE);
    answered.push(...(await Promise.all(some.map(leave))));
  }
  expect(answered).toContain(false);
  for (const index of indexes) {
    const { status, data, errors } = await federation.ask(documentOf(index));
    expect({ status, errors }).toEqual({ status: 200, errors: undefined });
    expect(data.me).toMatchObject({ [`n${index}`]: 'Aysel', badge: 'gold' });
    expect(data.me.reviews).toHaveLength(2);
    expect(data.top).toEqual([{ price: 10 }, { price: 20 }]);
  }
});
