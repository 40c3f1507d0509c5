import { describe, expect, it } from 'vitest';

import { nameSex, sexOfNames } from './name-sex.js';

describe('sexOfNames', () => {
  it.each([
    [{ family: 'Əliyeva' }, 'f'],
    [{ family: 'Мамедова' }, 'f'],
    [{ family: 'Mammadov' }, 'm'],
    [{ family: 'Достоевская' }, 'f'],
    [{ family: 'Vəkilova-Həsənli' }, 'f'],
    [{ patronymic: 'Natiq oğlu' }, 'm'],
    [{ patronymic: 'Натиг гызы' }, 'f'],
    [{ patronymic: 'Natik kyzy' }, 'f'],
    [{ patronymic: 'Rüstəm q.' }, 'f'],
    [{ patronymic: 'Рустамович' }, 'm'],
    [{ patronymic: 'Rustamovna' }, 'f'],
    [{ patronymic: 'Ильинична' }, 'f'],
    [{ patronymic: 'Болатқызы' }, 'f'],
    [{ patronymic: 'Болатұлы' }, 'm'],
    [{ given: 'Samir' }, 'm'],
    [{ given: 'Самира' }, 'f'],
    [{ given: 'Fərid' }, 'm'],
    [{ given: 'Farida' }, 'f'],
    [{ given: 'Kamilə' }, 'f'],
    [{ given: 'Mustafa' }, 'm'],
    [{ given: 'Мирза' }, 'm'],
    [{ given: 'Giorgi' }, 'm'],
    [{ given: 'Ayşe' }, 'f'],
    [{ given: 'Leyla Kərim qızı' }, 'f'],
    [{ given: 'Ağa Rza' }, 'm'],
    [{ given: 'محمدرضا' }, 'm'],
    [{ given: 'ალექსანდრე' }, 'm'],
    [{ full: 'Əliyeva Leyla Vəli qızı' }, 'f'],
    [{ full: 'Həsənli Elçin Vəli oğlu' }, 'm'],
    [{ given: 'Leyla', family: 'Həsənli', patronymic: 'Natiq' }, 'f'],
  ] as const)('reads %o as %s', (name, sex) => {
    expect(sexOfNames(name)).toBe(sex);
  });

  it.each([
    [{}],
    [{ given: 'İsmət', family: 'Həsənli', patronymic: 'Natiq' }],
    [{ family: 'Kərimoğlu' }],
    [{ family: 'Beridze' }],
  ])('tells nothing of %o', (name) => {
    expect(sexOfNames(name)).toBe('');
  });

  it('tells nothing where parts contradict each other', () => {
    expect(sexOfNames({ given: 'Leyla', family: 'Məmmədov' })).toBe('');
    expect(nameSex('Leyla Kərim oğlu', 'given')).toBeNull();
  });
});
