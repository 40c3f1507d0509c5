import { describe, expect, it } from 'vitest';
import { listCountries } from './countries.js';

describe('listCountries', () => {
  it('lists the 249 codes of ISO 3166-1 in order, none twice', () => {
    const codes = listCountries().map((country) => country.code);
    expect(codes).toHaveLength(249);
    expect(new Set(codes).size).toBe(249);
    expect(codes).toEqual(codes.toSorted());
    for (const code of codes) expect(code).toMatch(/^[A-Z]{2}$/);
  });

  it('names each country in four languages', () => {
    const unnamed = listCountries().filter(({ code, name }) => Object.values(name).some((text) => text === code));
    expect(unnamed).toEqual([]);
    expect(listCountries().find((country) => country.code === 'AZ')?.name).toEqual({
      az: 'Azərbaycan',
      en: 'Azerbaijan',
      ru: 'Азербайджан',
      tr: 'Azerbaycan',
    });
  });
});
