import { describe, expect, it } from 'vitest';
import { compareAzerbaijani } from './azerbaijani.js';

describe('the order of the Azerbaijani alphabet', () => {
  it('is that of ICU, which knows it', () => {
    const words = [
      'Xalq',
      'Həsən',
      'İlham',
      'Irmaq',
      'Ğ',
      'Gül',
      'Çay',
      'Cəfər',
      'Əli',
      'Elçin',
      'Qələm',
      'Kür',
      'Şəki',
      'Sabir',
      'Öz',
      'Oğuz',
      'Ülvi',
      'Uca',
      'əli',
      'Zəfər',
    ];
    expect(words.toSorted(compareAzerbaijani)).toEqual(words.toSorted(new Intl.Collator('az').compare));
  });

  it('puts a word before what it begins, and knows equal words', () => {
    expect(compareAzerbaijani('Əli', 'Əliyev')).toBeLessThan(0);
    expect(compareAzerbaijani('Əli', 'Əli')).toBe(0);
  });
});
