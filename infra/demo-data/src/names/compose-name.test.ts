import { describe, expect, it } from 'vitest';
import { azerbaijaniNames } from './azerbaijani-names.js';
import { spellName } from './compose-name.js';
import { neighbourNames } from './neighbour-names.js';
import { parseSpellings, toPassportLatin, type Spelling } from './spelling.js';

function spelling(entry: string): Spelling {
  const [one] = parseSpellings(entry);
  if (one === undefined) throw new Error('The entry holds no name.');
  return one;
}

describe('toPassportLatin', () => {
  it('replaces every letter that plain Latin lacks or reads otherwise', () => {
    expect(toPassportLatin('Əliyev Cəfər Xəlil oğlu, Qızıl Şüşə Çöl Jalə İ')).toBe(
      'Aliyev Jafar Khalil oghlu, Gizil Shusha Chol Zhala I',
    );
  });
});

describe('spellName', () => {
  it('writes a woman’s name with feminine endings in all scripts', () => {
    expect(
      spellName(azerbaijaniNames, 'F', spelling('Aygün|Айгюн'), spelling('Əliyev|Алиев'), spelling('Rəşad|Рашад')),
    ).toEqual({
      az: { givenName: 'Aygün', familyName: 'Əliyeva', patronymic: 'Rəşad qızı' },
      ru: { givenName: 'Айгюн', familyName: 'Алиева', patronymic: 'Рашад кызы' },
      latin: { givenName: 'Aygun', familyName: 'Aliyeva', patronymic: 'Rashad gizi' },
    });
  });

  it('leaves family names on -zadə and -li as they are', () => {
    const given = spelling('Nigar|Нигяр');
    const familyNames = ['Qasımzadə|Гасымзаде', 'Kərimli|Керимли'].map(
      (entry) => spellName(azerbaijaniNames, 'F', given, spelling(entry), null).az.familyName,
    );
    expect(familyNames).toEqual(['Qasımzadə', 'Kərimli']);
  });

  it('gives no patronymic and no feminine ending to a Turkish name', () => {
    expect(spellName(neighbourNames.TR, 'F', spelling('Elif|Элиф'), spelling('Yılmaz|Йылмаз'), null).latin).toEqual({
      givenName: 'Elif',
      familyName: 'Yilmaz',
      patronymic: null,
    });
  });

  it('gives a Kazakh man a patronymic on -ovich', () => {
    const name = spellName(
      neighbourNames.KZ,
      'M',
      spelling('Arman|Арман'),
      spelling('Ospanov|Оспанов'),
      spelling('Timur|Тимур'),
    );
    expect([name.ru.patronymic, name.latin.patronymic]).toEqual(['Тимурович', 'Timurovich']);
  });
});

describe('the lists of names', () => {
  const sets = { AZ: azerbaijaniNames, ...neighbourNames };

  it.each(Object.entries(sets))('hold names of %s in the letters of their scripts, none twice', (_, names) => {
    for (const list of [names.female, names.male, names.family]) {
      expect(new Set(list.map((name) => name.az)).size).toBe(list.length);
      for (const name of list) {
        expect(name.az).toMatch(/^[A-Za-zƏəĞğİıÖöÜüÇçŞş]+$/);
        expect(name.ru).toMatch(/^[А-ЯЁ][а-яё]+$/);
        expect(name.latin).toMatch(/^[A-Z][a-z]+$/);
      }
    }
  });
});
