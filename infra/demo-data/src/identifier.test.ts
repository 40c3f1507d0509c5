import { describe, expect, it } from 'vitest';
import { id, idAt } from './identifier.js';

const uuidVersion7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function timestampOf(identifier: string): number {
  return Number.parseInt(identifier.replaceAll('-', '').slice(0, 12), 16);
}

describe('id', () => {
  it('is a valid UUIDv7 with a time within the period of the demo data', () => {
    const variants = new Set<string>();
    for (let index = 0; index < 1000; index++) {
      const identifier = id('thing', index);
      expect(identifier).toMatch(uuidVersion7);
      expect(timestampOf(identifier)).toBeGreaterThanOrEqual(Date.parse('2020-01-01T00:00:00Z'));
      expect(timestampOf(identifier)).toBeLessThan(Date.parse('2026-09-01T00:00:00Z'));
      variants.add(identifier.charAt(19));
    }
    expect([...variants].toSorted()).toEqual(['8', '9', 'a', 'b']);
  });

  it('is the same for the same key as in earlier versions', () => {
    expect(id('organization', 'mdu')).toBe('01932aaa-1c82-752a-8e94-12f916309017');
  });

  it('differs by kind, by key, and by the type of a key', () => {
    const all = [id('a', 'b'), id('b', 'a'), id('a', 1), id('a', '1'), id('a', 'b', 'c'), id('a', 'bc')];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('idAt', () => {
  it('carries the given time, so that a later one sorts later', () => {
    const early = idAt(Date.UTC(2024, 0, 1), 'person', 2);
    const late = idAt(Date.UTC(2024, 0, 1) + 1, 'person', 1);
    expect(timestampOf(early)).toBe(Date.UTC(2024, 0, 1));
    expect(early < late).toBe(true);
    expect(early).toMatch(uuidVersion7);
  });
});
