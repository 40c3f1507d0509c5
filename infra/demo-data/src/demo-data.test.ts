import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createDemoData, type DemoData } from './demo-data.js';

function digestOf(demo: DemoData, count: number): string {
  const hash = createHash('sha256');
  for (let index = 0; index < count; index++) hash.update(JSON.stringify(demo.person(index)));
  return hash.digest('hex');
}

describe('createDemoData', () => {
  it('makes the same first thousand persons as earlier versions did', () => {
    expect(digestOf(createDemoData(), 1000)).toBe('7646ba99efa05a7f5d30274e7186ff5a82554694822d922f68e6f5c4072e357c');
  });

  it('makes equal demo data from equal scales', () => {
    expect([...createDemoData({ scale: 0.2 }).persons()]).toEqual([...createDemoData({ scale: 0.2 }).persons()]);
  });

  it('gives the same person at random as in order, whatever was asked before', () => {
    const demo = createDemoData();
    const streamed = [...demo.persons()];
    for (const index of [9999, 0, 5000, 1, 999, 1000, 4321, 20, 19]) {
      expect(demo.person(index)).toEqual(streamed[index]);
    }
  });

  it('keeps the persons of a smaller scale in a larger one', () => {
    const [small, large] = [createDemoData({ scale: 0.1 }), createDemoData({ scale: 3 })];
    for (const index of [0, 1, 500, 999]) expect(large.person(index)).toEqual(small.person(index));
  });

  it.each([0, -1, 0.05, 1.23, 1001, Number.NaN, Number.POSITIVE_INFINITY])('refuses a scale of %s', (scale) => {
    expect(() => createDemoData({ scale })).toThrow(RangeError);
  });

  it.each([0.1, 0.3, 0.7, 1, 2.5, 1000])('accepts a scale of %s and multiplies the number of persons', (scale) => {
    expect(createDemoData({ scale }).personCount).toBe(Math.round(10_000 * scale));
  });

  it.each([-1, 1000, 0.5, Number.NaN])('refuses the person %s of demo data of 1,000', (index) => {
    expect(() => createDemoData({ scale: 0.1 }).person(index)).toThrow(RangeError);
  });

  it('names its catalogue’s study fields consistently', () => {
    const { studyFields, studyProgrammes } = createDemoData().catalogue;
    const keys = new Set(studyFields.map((field) => field.key));
    expect(studyProgrammes.every((programme) => keys.has(programme.fieldKey))).toBe(true);
    expect(studyProgrammes.map((programme) => programme.index)).toEqual(studyProgrammes.map((_, index) => index));
  });
});

describe('the intakes', () => {
  it('last eight weeks each and follow one another without overlap', () => {
    const { intakes } = createDemoData().catalogue;
    let previousEnd = '';
    for (const intake of intakes) {
      expect(Date.parse(intake.endsOn) - Date.parse(intake.startsOn)).toBe(56 * 86_400_000);
      expect(intake.startsOn > previousEnd).toBe(true);
      previousEnd = intake.endsOn;
    }
  });
});

describe('the organisations', () => {
  it('have every key that the members are known by, and distinct identifiers', () => {
    const { organizations, organization } = createDemoData();
    const known =
      'registry-office mdu university-2 university-3 university-4 asan uvoa nvn-kz asap assoc-british assoc-us ' +
      'assoc-lithuania assoc-italy assoc-benelux afci min-culture ivc youth-foundation';
    const members = Array.from({ length: 12 }, (_, index) => `union-member-${index + 1}`);
    const keys = [...known.split(' '), ...members];
    expect(keys.map((key) => organization(key).key)).toEqual(keys);
    expect(new Set(organizations.map((one) => one.id)).size).toBe(organizations.length);
    expect(new Set(organizations.map((one) => one.key)).size).toBe(organizations.length);
  });

  it('are not found by an unknown key', () => {
    expect(() => createDemoData().organization('nobody')).toThrow('nobody');
  });
});
