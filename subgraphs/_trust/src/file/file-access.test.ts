import { randomBytes, randomUUID } from 'node:crypto';
import { EncryptJWT } from 'jose';
import { afterEach, expect, test, vi } from 'vitest';
import { makeLink, readLink, type FileVerb } from './file-access.js';

const library = { member: 'library', key: new Uint8Array(randomBytes(32)) };
const file = randomUUID();

afterEach(() => {
  vi.useRealTimers();
});

const linkFor = async (verb: FileVerb, seconds = 60) => {
  const { path, expiresAt } = await makeLink(library, { verb, file, seconds });
  return { path, expiresAt, token: path.split('/').at(-1) ?? '' };
};

test('a link leads to its file until it ends, and says when that is', async () => {
  vi.useFakeTimers({ now: new Date('2026-11-30T12:00:00.400Z') });
  const { path, expiresAt, token } = await linkFor('get');
  expect(path).toBe(`/files/library/${token}`);
  expect(expiresAt).toEqual(new Date('2026-11-30T12:01:00.000Z'));
  vi.setSystemTime(expiresAt.getTime() - 1_000);
  expect(await readLink(token, 'get', library)).toBe(file);
  vi.setSystemTime(expiresAt);
  expect(await readLink(token, 'get', library)).toBeNull();
});

test('a link is for one verb, one member and one key', async () => {
  const { token } = await linkFor('put');
  expect(await readLink(token, 'put', library)).toBe(file);
  expect(await readLink(token, 'get', library)).toBeNull();
  expect(await readLink(token, 'put', { ...library, member: 'archive' })).toBeNull();
  expect(await readLink(token, 'put', { ...library, key: new Uint8Array(randomBytes(32)) })).toBeNull();
});

test('a link of which one letter is changed leads nowhere', async () => {
  const { token } = await linkFor('get');
  const parts = token.split('.');
  for (const [index, part] of parts.entries()) {
    if (part === '') continue;
    const other = part.startsWith('A') ? `B${part.slice(1)}` : `A${part.slice(1)}`;
    expect(await readLink(parts.with(index, other).join('.'), 'get', library)).toBeNull();
  }
  expect(await readLink('', 'get', library)).toBeNull();
});

test('a link without an end is none', async () => {
  const token = await new EncryptJWT({ sub: file })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ: 'birlik-file-get+jwt' })
    .setAudience('library')
    .encrypt(library.key);
  expect(await readLink(token, 'get', library)).toBeNull();
});

test('two links do not tell that they lead to one file', async () => {
  const [one, other] = [await linkFor('get'), await linkFor('get')];
  for (const { token } of [one, other]) {
    const text = token
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString('latin1'))
      .join(' ');
    expect(text).not.toContain(file);
  }
  const [head, , ...secret] = one.token.split('.');
  const [otherHead, , ...otherSecret] = other.token.split('.');
  expect(head).toBe(otherHead);
  for (const [index, part] of secret.entries()) expect(part).not.toBe(otherSecret[index]);
});
