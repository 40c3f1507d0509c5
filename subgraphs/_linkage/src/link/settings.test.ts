import { describe, expect, it } from 'vitest';

import { readSettings } from './settings.js';

describe('readSettings', () => {
  it('needs the mapping alone', () => {
    const outcome = readSettings({ id: 'nr', fields: { name: 'full-name' } });
    expect(outcome).toMatchObject({ ok: true, settings: { thresholds: { auto: 0.99, review: 0.5 }, seed: 1 } });
  });

  it('names all faults at once', () => {
    const outcome = readSettings({ fields: { name: 'nickname' }, colour: 'red', thresholds: { auto: 2 } });
    expect(outcome.ok ? [] : outcome.faults).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^id is missing; it must be the name of a column/),
        expect.stringMatching(/^fields\.name: "nickname" stands there; it must be one of the kinds given-name, /),
        'thresholds.auto: 2 stands there; it must be a number above 0 and below 1',
        expect.stringMatching(/^"colour" is not a setting; there are id, source, fields, /),
      ]),
    );
  });

  it('takes the keys of a field in a blocking rule, and lists them for one that it does not have', () => {
    const settings = { id: 'nr', fields: { born: 'date', 'a:b': 'full-name' } };
    const blocking = [['born:year', 'a:b'], ['born: month and day', 'a:b:two words'], ['born']];
    expect(readSettings({ ...settings, blocking })).toMatchObject({ ok: true });
    expect(readSettings({ ...settings, blocking: [['born:yaer']] })).toMatchObject({
      faults: [
        'blocking.0: "yaer" is no key of the field "born"; it has date, year, month and day; did you mean "year"?',
      ],
    });
  });

  const faultsOf = (changes: object): readonly string[] => {
    const outcome = readSettings({ id: 'nr', fields: { name: 'full-name', born: 'date' }, ...changes });
    return outcome.ok ? [] : outcome.faults;
  };

  const kinds = { nothing: null, number: 7, text: 'abc', flag: true, list: [7], mapping: { x: 1 } };
  const right: Readonly<Record<string, readonly (keyof typeof kinds)[]>> = {
    id: ['text'],
    source: ['text'],
    fields: [],
    deterministic: [],
    uniqueSources: ['flag'],
    blocking: [],
    dateOrder: [],
    dates: [],
    thresholds: [],
    notTheSame: [],
    seed: ['number'],
    candidatesPerRecord: ['number'],
  };

  it.each(Object.entries(right))('says of each wrong kind of value what may stand at %s', (setting, allowed) => {
    for (const [kind, value] of Object.entries(kinds)) {
      const faults = faultsOf({ [setting]: value });
      if (allowed.some((one) => one === kind)) expect(faults, kind).toEqual([]);
      else {
        expect(faults, kind).toHaveLength(1);
        expect(faults[0], kind).toMatch(
          new RegExp(
            `^${setting}(\\.\\w+)*: .+ stands there; it must be .{5,}|^${setting}: "x" is not a setting; there are `,
          ),
        );
      }
    }
  });

  it.each([
    [{ fields: { name: 'fullname' } }, /^fields\.name: "fullname" stands there; .* did you mean "full-name"\?$/],
    [{ fields: { name: { kind: 'dat' } } }, /^fields\.name\.kind: "dat" stands there; .* did you mean "date"\?$/],
    [{ fields: { name: {} } }, /^fields\.name\.kind is missing; it must be one of the kinds /],
    [{ fields: { name: { kind: 'date', nme: 'x' } } }, /^fields\.name: "nme" is not a setting; there are kind, name; /],
    [{ fields: { name: { kind: 'date', name: '' } } }, /^fields\.name\.name: "" stands there; it must be a name /],
    [{ fields: { '': 'date' } }, /^fields: one of the columns has no name$/],
    [{ fields: {} }, /^fields: names no column$/],
    [{ fields: { a: { kind: 'date', name: 'x' }, x: 'date' } }, /^fields: two of them have the name "x"$/],
    [{ treshold: 1 }, /^"treshold" is not a setting; .* did you mean "thresholds"\?$/],
    [
      { thresholds: { atuo: 0.5 } },
      /^thresholds: "atuo" is not a setting; there are auto, review; did you mean "auto"\?$/,
    ],
    [{ thresholds: { review: 0.995 } }, /^thresholds: review is 0\.995 and auto 0\.99; review must not be above auto$/],
    [{ blocking: [['nam']] }, /^blocking\.0: "nam" is not one of the fields name, born; did you mean "name"\?$/],
    [{ blocking: [[]] }, /^blocking\.0: an empty list stands there; it must be a list of one to four fields/],
    [{ blocking: ['name'] }, /^blocking\.0: "name" stands there; it must be a list of one to four fields/],
    [{ dates: { to: '31.12.2026' } }, /^dates\.to: "31\.12\.2026" stands there; it must be a day such as 1990-12-31$/],
    [{ dates: { from: '2000-01-01', to: '1990-01-01' } }, /^dates: from must not be after to$/],
    [{ uniqueSources: [1] }, /^uniqueSources\.0: 1 stands there; it must be the name of a source$/],
    [{ seed: 1.5 }, /^seed: 1\.5 stands there; it must be a whole number that is not negative$/],
    [
      { candidatesPerRecord: 0 },
      /^candidatesPerRecord: 0 stands there; it must be a number above 0 and at most 10000$/,
    ],
    [{ id: 'x'.repeat(100), seed: 'y'.repeat(100) }, /^seed: "y{59}… stands there; /],
    [
      {
        notTheSame: [
          [
            { source: 'a', id: 1 },
            { source: 'a', id: '2' },
          ],
        ],
      },
      /^notTheSame\.0\.0\.id: 1 stands there; it must be a text; a number needs quotation marks$/,
    ],
  ])('says what is wrong with %j', (changes, sentence) => {
    const faults = faultsOf(changes);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(sentence);
  });

  it.each([undefined, null, 'text', 7, [], ['id']])('says of %j that it is no settings', (value) => {
    expect(readSettings(value)).toMatchObject({
      faults: [expect.stringMatching(/^The settings are .*; they must be a mapping with id and fields$/)],
    });
  });

  it('refuses a blocking rule of an unknown field, and a review threshold above the automatic one', () => {
    const base = { id: 'nr', fields: { name: { kind: 'full-name', name: 'person' } } };
    expect(readSettings({ ...base, blocking: [['name']] })).toMatchObject({ ok: false });
    expect(readSettings({ ...base, blocking: [['person']] })).toMatchObject({ ok: true });
    expect(readSettings({ ...base, thresholds: { auto: 0.9, review: 0.95 } })).toMatchObject({ ok: false });
  });
});
