import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Pseudonyms } from './pseudonyms.js';
import type { SectorViewer } from './sector.js';

const newKey = () => randomBytes(32).toString('base64url');
const K1 = { kid: 'k1', key: newKey() };
const ID = randomUUID();

function viewer(parts: Partial<SectorViewer>): SectorViewer {
  return {
    issuer: 'https://idp.example',
    sub: 'someone',
    volunteerId: null,
    organizationId: null,
    roles: [],
    ...parts,
  };
}
const officerOf = (organizationId: string) => viewer({ sub: randomUUID(), organizationId, roles: ['officer'] });
const A = officerOf('organization-a');
const B = officerOf('organization-b');

describe('a pseudonym', () => {
  const pseudonyms = new Pseudonyms([K1]);

  test.each([
    ['a UUID', ID],
    ['a UUID in capitals', ID.toUpperCase()],
    ['a number', '7'],
    ['nothing', ''],
    ['a text in any script', 'ə “quoted”\\ Ж'],
    ['a text as long as a UUID is packed', '0123456789abcdef'],
    ['a cursor', Buffer.from(JSON.stringify([ID, 'x'.repeat(300)])).toString('base64url')],
  ])('of %s leads back to it and stands in JSON as it is', (_what, id) => {
    const pseudonym = pseudonyms.of(A).hide(id);
    expect(pseudonym).toMatch(/^k1\.[\w-]+$/);
    expect(pseudonyms.of(A).reveal(pseudonym)).toBe(id);
  });

  test('is the same each time, after a restart and at another gateway', () => {
    const pseudonym = pseudonyms.of(A).hide(ID);
    expect(pseudonyms.of(A).hide(ID)).toBe(pseudonym);
    expect(new Pseudonyms([K1]).of(A).hide(ID)).toBe(pseudonym);
  });

  test('of a UUID has 44 characters behind the key’s id', () => {
    expect(pseudonyms.of(A).hide(ID)).toHaveLength('k1.'.length + 44);
  });

  test('is another one for each sector and means nothing in any other', () => {
    const viewers = [
      A,
      B,
      null,
      viewer({ volunteerId: 'volunteer-a' }),
      viewer({ volunteerId: 'volunteer-b' }),
      viewer({ sub: 'a' }),
      viewer({ sub: 'b' }),
      viewer({ sub: 'a', issuer: 'https://other.example' }),
      viewer({ sub: 'a', issuer: 'https://other.example|b' }),
      viewer({ sub: 'b|a', issuer: 'https://other.example' }),
    ];
    const made = viewers.map((one) => pseudonyms.of(one).hide(ID));
    expect(new Set(made).size).toBe(viewers.length);
    viewers.forEach((one, at) => {
      const understood = made.map((pseudonym) => pseudonyms.of(one).reveal(pseudonym));
      expect(understood).toEqual(viewers.map((_, index) => (index === at ? ID : null)));
    });
  });

  test('is shared by all who act for one organisation, and not by its volunteers', () => {
    const system = viewer({ sub: 'system', organizationId: A.organizationId, roles: ['system'], volunteerId: 'x' });
    expect(pseudonyms.of(system).hide(ID)).toBe(pseudonyms.of(A).hide(ID));
    const volunteer = viewer({ organizationId: A.organizationId, roles: ['volunteer'], volunteerId: 'x' });
    expect(pseudonyms.of(volunteer).hide(ID)).not.toBe(pseudonyms.of(A).hide(ID));
  });

  test('that was changed anywhere is not understood', () => {
    const pseudonym = pseudonyms.of(A).hide(ID);
    for (let at = 0; at < pseudonym.length; at++) {
      const other = pseudonym[at] === 'A' ? 'B' : 'A';
      expect(pseudonyms.of(A).reveal(pseudonym.slice(0, at) + other + pseudonym.slice(at + 1))).toBeNull();
    }
  });

  test.each([
    ['a plain id', () => ID],
    ['nothing', () => ''],
    ['a key’s id alone', () => 'k1.'],
    ['one without its key’s id', (pseudonym: string) => pseudonym.slice(3)],
    ['one with something before it', (pseudonym: string) => ` ${pseudonym}`],
    ['one with something behind it', (pseudonym: string) => `${pseudonym}=`],
    ['one that was cut', (pseudonym: string) => pseudonym.slice(0, -4)],
    ['one of a key that there is not', (pseudonym: string) => pseudonym.replace('k1', 'k2')],
    ['a name that objects inherit', () => 'toString.AAAA'],
    ['far too long a text', () => `k1.${'A'.repeat(5_000)}`],
  ])('is never %s', (_what, change) => {
    expect(pseudonyms.of(A).reveal(change(pseudonyms.of(A).hide(ID)))).toBeNull();
  });
});

describe('rotation', () => {
  const old = new Pseudonyms([K1]);
  const K2 = { kid: 'k2', key: newKey() };

  test('for everybody makes new pseudonyms and still understands the old ones while their key is listed', () => {
    const rotated = new Pseudonyms([K2, K1]);
    for (const one of [A, B, null]) {
      expect(rotated.of(one).hide(ID)).toMatch(/^k2\./);
      expect(rotated.of(one).reveal(rotated.of(one).hide(ID))).toBe(ID);
      expect(rotated.of(one).reveal(old.of(one).hide(ID))).toBe(ID);
      expect(new Pseudonyms([K2]).of(one).reveal(old.of(one).hide(ID))).toBeNull();
    }
  });

  test('for one organisation leaves all others as they were', () => {
    const rotated = new Pseudonyms([{ ...K2, organization: 'organization-a' }, K1]);
    expect(rotated.of(A).hide(ID)).toMatch(/^k2\./);
    expect(rotated.of(A).reveal(old.of(A).hide(ID))).toBe(ID);
    expect(rotated.of(B).hide(ID)).toBe(old.of(B).hide(ID));
    expect(rotated.of(null).hide(ID)).toBe(old.of(null).hide(ID));
    expect(rotated.of(B).reveal(rotated.of(A).hide(ID))).toBeNull();
  });

  test('gives a person who acts for no organisation no key of an organisation', () => {
    const person = viewer({ organizationId: 'organization-a', roles: ['volunteer'] });
    const rotated = new Pseudonyms([{ ...K2, organization: 'organization-a' }, K1]);
    expect(rotated.of(person).hide(ID)).toMatch(/^k1\./);
  });
});
