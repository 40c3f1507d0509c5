import { describe, expect, test } from 'vitest';
import { defineCatalogue } from './catalogue.js';
import { readCatalogue } from './read-catalogue.js';

const full = { az: 'Qrup doludur.', en: 'The group is full.', ru: 'Группа заполнена.', tr: 'Grup dolu.' };
const places = {
  parameters: { count: 'number' },
  az: '{count} yer qalıb.',
  en: '{count, plural, one {# place is} other {# places are}} left.',
  ru: '{count, plural, one {Осталось # место} few {Осталось # места} many {Осталось # мест} other {Осталось # места}}.',
  tr: '{count} yer kaldı.',
};
const ended = {
  parameters: { day: 'day' },
  az: 'Müraciət {day, date, day} tarixində bitib.',
  en: 'It ended on {day, date, day}.',
  ru: 'Приём закончился {day, date, day}.',
  tr: 'Başvurular {day, date, day} tarihinde sona erdi.',
};
const explain = defineCatalogue('club', { full, places, ended });

describe('a message', () => {
  test('is said in the language that is asked for', () => {
    const message = explain('full');
    expect(message.in('az')).toBe('Qrup doludur.');
    expect(message.in('tr')).toBe('Grup dolu.');
    expect(message.key).toBe('club.full');
  });

  test('has the plural forms of its language', () => {
    const said = [1, 2, 5, 21].map((count) => explain('places', { count }).in('ru'));
    expect(said).toEqual(['Осталось 1 место.', 'Осталось 2 места.', 'Осталось 5 мест.', 'Осталось 21 место.']);
    expect(explain('places', { count: 1 }).in('en')).toBe('1 place is left.');
  });

  test('may hold another message, which is said in the same language', () => {
    const notice = defineCatalogue('club', {
      notice: {
        parameters: { reason: 'text' },
        az: 'Xəbər: {reason}',
        en: 'Notice: {reason}',
        ru: 'Объявление: {reason}',
        tr: 'Duyuru: {reason}',
      },
    });
    const message = notice('notice', { reason: explain('places', { count: 2 }) });
    expect(message.in('ru')).toBe('Объявление: Осталось 2 места.');
    expect(message.in('en')).toBe('Notice: 2 places are left.');
  });

  test('writes a day as its language does, wherever the process runs', () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Honolulu';
    const message = explain('ended', { day: '2026-03-01' });
    expect(message.in('en')).toBe('It ended on March 1, 2026.');
    expect(message.in('ru')).toBe('Приём закончился 1 марта 2026 г..');
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  test('does not compile with another key, or told something else than it needs', () => {
    // @ts-expect-error: there is no such key.
    expect(() => explain('ful')).toThrow('There is no message club.ful.');
    // @ts-expect-error: it needs a count.
    explain('places');
    // @ts-expect-error: it needs no total.
    explain('places', { count: 1, total: 2 });
    // @ts-expect-error: it needs nothing.
    explain('full', { count: 1 });
    // @ts-expect-error: a language is missing.
    expect(() => defineCatalogue('club', { full: { az: 'a', en: 'b', ru: 'c' } })).toThrow('full: tr is missing');
  });
});

describe('a catalogue is refused', () => {
  const cases: [string, object, string][] = [
    ['with an empty text', { ...full, tr: ' ' }, 'tr is missing'],
    ['with a language of nobody', { ...full, de: 'Die Gruppe ist voll.' }, 'de is no language of ours'],
    ['with a text that was only copied', { ...full, ru: full.en }, 'ru repeats the English text'],
    ['with a text that cannot be read', { ...full, az: 'Qrup {doludur' }, 'az is no MessageFormat'],
    ['with a parameter that is told nowhere', { ...full, az: 'Qrup {name} doludur.' }, 'az names name'],
    ['with a parameter that one language leaves out', { ...places, tr: 'Yer kaldı.' }, 'tr leaves out count'],
    ['with a parameter of no kind', { ...places, parameters: { count: 'amount' } }, 'the parameter count is a amount'],
    ['with a number that is a day elsewhere', { ...ended, en: 'It ended on {day}.' }, 'en uses day as something else'],
    ['with a day in a form of its own', { ...ended, en: 'Ended {day, date, short}.' }, 'en writes day in another form'],
    [
      'without a plural form that the language has',
      { ...places, ru: '{count, plural, one {# место} other {# мест}}' },
      'ru has no form few, many of count',
    ],
    ['with an apostrophe that would quote', { ...full, en: "The group's full {count}." }, 'en has an ASCII apostrophe'],
  ];

  test.each(cases)('%s', (_, entry, fault) => {
    expect(readCatalogue('club', { full: entry }).faults.join('; ')).toContain(`full: ${fault}`);
    expect(() => defineCatalogue('club', { full: entry as typeof full })).toThrow(fault);
  });

  test('with a key that is a text', () => {
    expect(readCatalogue('club', { 'The group': full }).faults).toEqual([
      'The group: the key is no words with hyphens',
    ]);
  });
});

test('what is nothing but parameters may be the same in all languages', () => {
  const same = { parameters: { detail: 'text' }, az: '{detail}', en: '{detail}', ru: '{detail}', tr: '{detail}' };
  expect(readCatalogue('club', { same }).faults).toEqual([]);
});
