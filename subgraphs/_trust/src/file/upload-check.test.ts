import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { UploadCheck } from './upload-check.js';

const pdf = { name: 'application/pdf', detected: ['application/pdf'], extensions: ['pdf'] };
const document = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(20_000, 'x')]);

/** A source that gives so many bytes at a time. */
function sourceOf(bytes: Buffer, size: number): Readable {
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
  return Readable.from(pieces, { objectMode: false });
}

test.each([1, 7, 4_099, 4_100, 4_101, 100_000])(
  'bytes that come %d at a time pass whole, with their digest',
  async (size) => {
    const check = new UploadCheck({ type: pdf, bytes: document.length });
    const passed = await buffer(check.of(sourceOf(document, size)));
    expect(passed.equals(document)).toBe(true);
    expect(check.sha256()).toBe(createHash('sha256').update(document).digest('hex'));
  },
);

test('a file that is smaller than what tells its type is looked at all the same', async () => {
  const [small, page] = [Buffer.from('%PDF-1.7\n'), Buffer.from('<html></html>')];
  expect(await buffer(new UploadCheck({ type: pdf, bytes: small.length }).of(sourceOf(small, 3)))).toEqual(small);
  const refused = buffer(new UploadCheck({ type: pdf, bytes: page.length }).of(sourceOf(page, 3)));
  await expect(refused).rejects.toMatchObject({ refusal: 'not_its_type' });
});

test.each([
  ['fewer', document.length + 1],
  ['more', document.length - 1],
])('%s bytes than were announced are refused', async (_what, bytes) => {
  const refused = buffer(new UploadCheck({ type: pdf, bytes }).of(sourceOf(document, 1_000)));
  await expect(refused).rejects.toMatchObject({ refusal: 'not_its_size' });
});

test('nothing passes of a file of another type, and what is left of it can still be read', async () => {
  const page = Buffer.concat([Buffer.from('<html>'), Buffer.alloc(100_000, 'x')]);
  const source = sourceOf(page, 10_000);
  const passed: Uint8Array[] = [];
  const check = async () => {
    for await (const bytes of new UploadCheck({ type: pdf, bytes: page.length }).of(source)) passed.push(bytes);
  };
  await expect(check()).rejects.toMatchObject({ refusal: 'not_its_type' });
  expect(passed).toEqual([]);
  expect((await buffer(source)).length).toBeGreaterThan(0);
});
