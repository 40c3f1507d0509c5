import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { refuseBrokenRequest, withoutHurry } from './broken-request.js';

const late = Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
const broken = Object.assign(new Error('broken'), { code: 'HPE_INVALID_METHOD' });

test('a request that takes its time is left alone while it may, and refused as any other before and after', async () => {
  const connection = new PassThrough();
  await withoutHurry(connection, async () => refuseBrokenRequest(late, connection));
  expect([connection.writableEnded, connection.destroyed]).toEqual([false, false]);
  const failing = withoutHurry(connection, () => Promise.reject(new Error('the transfer broke')));
  await expect(failing).rejects.toThrow('the transfer broke');
  refuseBrokenRequest(late, connection);
  expect(String(connection.read())).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
});

test('what is no request is refused even where one may take its time', async () => {
  const connection = new PassThrough();
  await withoutHurry(connection, async () => refuseBrokenRequest(broken, connection));
  expect(String(connection.read())).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
});
