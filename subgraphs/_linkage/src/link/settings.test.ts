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
        expect.stringMatching(/^id: /),
        expect.stringMatching(/^fields\.name: the kind is not one of given-name/),
        expect.stringMatching(/^thresholds\.auto: /),
        '"colour" is not a setting',
      ]),
    );
  });

  it('takes the keys of a field in a blocking rule, and lists them for one that it does not have', () => {
    const settings = { id: 'nr', fields: { born: 'date', 'a:b': 'full-name' } };
    const blocking = [['born:year', 'a:b'], ['born: month and day', 'a:b:two words'], ['born']];
    expect(readSettings({ ...settings, blocking })).toMatchObject({ ok: true });
    expect(readSettings({ ...settings, blocking: [['born:yaer']] })).toMatchObject({
      faults: ['blocking.0: "yaer" is no key of the field "born"; it has date, year, month and day'],
    });
  });

  it('refuses a blocking rule of an unknown field, and a review threshold above the automatic one', () => {
    const base = { id: 'nr', fields: { name: { kind: 'full-name', name: 'person' } } };
    expect(readSettings({ ...base, blocking: [['name']] })).toMatchObject({ ok: false });
    expect(readSettings({ ...base, blocking: [['person']] })).toMatchObject({ ok: true });
    expect(readSettings({ ...base, thresholds: { auto: 0.9, review: 0.95 } })).toMatchObject({ ok: false });
  });
});
