import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { httpService, openChannels } from './delivery-channel.service.js';

const parcel = { key: 'key-1', to: 'one\nother', subject: 'Title', text: 'Text' };

/** The address of a service that answers like this. */
async function serviceOf(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test('a service is handed the addresses and the text, with a key by which it knows a second one', async () => {
  const had: { readonly headers: IncomingHttpHeaders; readonly body: unknown }[] = [];
  const url = await serviceOf((request, response) => {
    void json(request).then((body) => {
      had.push({ headers: request.headers, body });
      response.writeHead(202).end();
    });
  });
  await httpService(url, 'secret').deliver(parcel);
  expect(had).toMatchObject([
    {
      headers: { 'idempotency-key': 'key-1', authorization: 'Bearer secret' },
      body: { to: ['one', 'other'], title: 'Title', text: 'Text' },
    },
  ]);
});

test('what a service refuses, or sends elsewhere, is not delivered', async () => {
  const refusing = await serviceOf((_, response) => void response.writeHead(503).end());
  const moved = await serviceOf((_, response) => void response.writeHead(307, { location: refusing }).end());
  await expect(httpService(refusing, undefined).deliver(parcel)).rejects.toThrow('answered 503');
  await expect(httpService(moved, undefined).deliver(parcel)).rejects.toThrow('fetch failed');
});

test('the folder takes what no server or service does, each parcel once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'birlik-messages-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  expect(openChannels({ MAIL_FROM: 'a@example.org' })).toEqual({});
  const config = { MAIL_FROM: 'a@example.org', MESSAGE_FOLDER: folder, SMS_SERVICE_URL: 'http://127.0.0.1:1/' };
  const { email, sms, push } = openChannels(config);
  await expect(sms?.deliver(parcel)).rejects.toThrow('fetch failed');
  for (const channel of [email, push]) {
    await channel?.deliver({ ...parcel, to: 'one@example.org' });
    await channel?.deliver({ ...parcel, to: 'one@example.org', text: 'Another' });
  }
  expect((await readdir(folder)).toSorted()).toEqual(['key-1.eml', 'key-1.json']);
  expect(await readFile(join(folder, 'key-1.json'), 'utf8')).toBe(
    '{"to":["one@example.org"],"title":"Title","text":"Text"}\n',
  );
});
