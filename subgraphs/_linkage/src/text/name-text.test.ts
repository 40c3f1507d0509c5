import { describe, expect, it } from 'vitest';

import { consonantSkeleton } from './consonant-skeleton.js';
import { daitchMokotoffCodes } from './daitch-mokotoff.js';
import { latinText } from './latin-text.js';
import { nameReading } from './name-reading.js';
import { nameText } from './name-text.js';

describe('latinText', () => {
  it('writes every i of Azerbaijani as one letter, without a combining dot', () => {
    expect(['İmranlı', 'IMRANLI', 'ımranlı', 'I\u0307mranlı'].map(latinText)).toEqual(Array(4).fill('imranli'));
  });

  it('does not lose the schwa, in Latin or in Cyrillic', () => {
    expect(latinText('Məmmədov')).toBe('memmedov');
    expect(latinText('Мәммәдов')).toBe('memmedov');
  });

  it('reads old Azerbaijani Cyrillic by its own letters', () => {
    expect(latinText('Ҹәфәров')).toBe('jeferov');
    expect(latinText('Һүсејнов')).toBe('huseynov');
  });

  it('writes soft vowels after a consonant as Azerbaijani does', () => {
    expect(latinText('Гюнель')).toBe(latinText('Günel'));
  });

  it('leaves no other script behind', () => {
    expect(latinText('გიორგი Ωmega Łódź')).toMatch(/^[ -~]+$/);
  });
});

describe('nameText', () => {
  it('leaves out the words for son and daughter in every spelling', () => {
    const forms = ['Natiq oğlu', 'Natiq oghlu', 'Natiq ogly', 'Natiq qızı', 'Natiq gizi', 'Natiq kyzy'];
    expect(new Set(forms.map((form) => nameText(form, 'patronymic')))).toEqual(new Set(['natiq']));
    expect(nameText('Натиг оглы', 'patronymic')).toBe('natig');
    expect(nameText('Тоғрул гызы', 'patronymic')).toBe('togrul');
  });

  it('takes the father out of a Russian patronymic', () => {
    expect(nameText('Рустамович', 'patronymic')).toBe('rustam');
    expect(nameText('Rustamovna', 'patronymic')).toBe('rustam');
  });

  it('makes the family names of a woman and a man of one family equal', () => {
    expect(nameText('Əliyeva', 'family')).toBe(nameText('Əliyev', 'family'));
    expect(nameText('Алиева', 'family')).toBe(nameText('Алиев', 'family'));
    expect(nameText('Иванова', 'family')).toBe(nameText('Ivanov', 'family'));
  });

  it("leaves the father's name and titles out of a given name, and never all of it", () => {
    expect(nameText('Əli Vəli oğlu', 'given')).toBe('eli');
    expect(nameText('Dr. Leyla xanım', 'given')).toBe('leyla');
    expect(nameText('Xanım', 'given')).toBe('khanim');
    expect(nameText('Rustam o.', 'patronymic')).toBe('rustam');
  });

  it('makes one word of -zadə, however it is written', () => {
    expect(new Set(['Əlizadə', 'Али-заде', 'Əli zadə'].map((name) => nameReading(nameText(name, 'family'))))).toEqual(
      new Set(['alizada']),
    );
  });

  it('leaves the end of a given name alone', () => {
    expect(nameText('Marina', 'given')).toBe('marina');
  });
});

describe('nameReading', () => {
  const read = (name: string): string => nameReading(nameText(name, 'given'));

  it('is one for the spellings of a name', () => {
    const groups = [
      ['Cəmilə', 'Джамиля', 'Jamila', 'Cemile'],
      ['Günel', 'Гюнель', 'Gunel', 'Gyunel'],
      ['Xədicə', 'Хадиджа', 'Khadija', 'Xedice'],
      ['Qədir', 'Гадир', 'Gadir', 'Кадир'],
      ['Ülviyyə', 'Ульвия', 'Ulviya'],
    ];
    for (const group of groups) expect(new Set(group.map(read)), group[0]).toHaveLength(1);
  });

  it('tells names apart that brothers and sisters have', () => {
    const pairs = [
      ['Həsən', 'Hüseyn'],
      ['Samir', 'Samirə'],
      ['Elnur', 'Elnarə'],
    ] as const;
    for (const [one, other] of pairs) expect(read(one)).not.toBe(read(other));
  });
});

describe('the sound codes', () => {
  const groups = [
    ['Hüseynov', 'Huseynov', 'Гусейнов', 'Guseynov', 'Һүсејнов'],
    ['Quliyev', 'Guliyev', 'Кулиев', 'Гулиев', 'Kuliev'],
    ['Cəfərov', 'Jafarov', 'Джафаров', 'Dzhafarov', 'Ҹәфәров'],
    ['Məmmədov', 'Mammadov', 'Мамедов', 'Memmedov', 'Мәммәдов'],
    ['Şıxəliyev', 'Shikhaliyev', 'Шихалиев', 'Sixeliyev'],
  ];

  it('give every spelling of a family name one skeleton', () => {
    for (const group of groups) {
      expect(new Set(group.map((name) => consonantSkeleton(nameText(name, 'family')))), group[0]).toHaveLength(1);
    }
  });

  it('agree with the published examples of Daitch and Mokotoff', () => {
    expect(daitchMokotoffCodes('moskowitz')).toEqual(['645740']);
    expect(daitchMokotoffCodes('peters')).toEqual(['734000', '739400']);
    expect(daitchMokotoffCodes('auerbach')).toEqual(['097400', '097500']);
    expect(daitchMokotoffCodes('jackson')).toEqual(['145460', '154600', '445460', '454600']);
  });

  it('are never more than four', () => {
    expect(daitchMokotoffCodes('chchchchjcjc').length).toBeLessThanOrEqual(4);
    expect(daitchMokotoffCodes('')).toEqual([]);
  });
});
