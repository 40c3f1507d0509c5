import { describe, expect, test } from 'vitest';
import { GatheredBytes } from './gathered-bytes.js';

const gather = (pieces: readonly Buffer[], maxBytes = 1_000_000) => {
  const bytes = new GatheredBytes(maxBytes);
  const faults = pieces.map((piece) => bytes.add(piece)).filter((fault) => fault !== null);
  return { bytes, faults };
};
const piecesOf = (text: string, size: number) =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    Buffer.from(text.slice(index * size, (index + 1) * size)),
  );

describe('gathered bytes', () => {
  const text = Array.from({ length: 20_000 }, (_, index) => String.fromCharCode(97 + (index % 26))).join('');

  test.each([1_000, 4_096, 300, 20_000])('are what came in pieces of %d bytes', (size) => {
    const { bytes, faults } = gather(piecesOf(text, size));
    expect(faults).toEqual([]);
    expect(bytes.size).toBe(text.length);
    expect(bytes.take().toString()).toBe(text);
    expect(bytes.take().toString()).toBe('');
  });

  test('may begin and go on in small pieces, as long as there are few', () => {
    const { bytes, faults } = gather(piecesOf(text.slice(0, 1_000), 1));
    expect(faults).toEqual([]);
    expect(bytes.take().toString()).toBe(text.slice(0, 1_000));
  });

  test.each([1, 2, 16, 100])('are refused in many pieces of %d bytes', (size) => {
    const { faults } = gather(piecesOf(text.repeat(40), size));
    expect(faults[0]).toBe('too-many-pieces');
  });

  test('are refused where there are more than may come, empty pieces included', () => {
    expect(gather(piecesOf(text, 5_000), 19_999).faults).toEqual(['too-large']);
    expect(gather(Array.from({ length: 10_000 }, () => Buffer.alloc(0))).faults[0]).toBe('too-many-pieces');
  });

  test('do not change what they were cut from, and take the one piece as it is', () => {
    const slab = Buffer.from('abcdef');
    const { bytes } = gather([slab.subarray(0, 2), slab.subarray(4)]);
    expect(bytes.take().toString()).toBe('abef');
    expect(slab.toString()).toBe('abcdef');
    expect(gather([slab]).bytes.take()).toBe(slab);
  });
});
