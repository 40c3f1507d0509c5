import { expect, test } from 'vitest';
import { purposeCode } from './purpose-code.rule.js';

test('a purpose’s code is read in any letters, with blanks around it', () => {
  for (const text of ['recruitment', 'Recruitment', ' RECRUITMENT\n']) expect(purposeCode(text)).toBe('recruitment');
});

test('no letter of another alphabet becomes one of a code', () => {
  for (const text of ['RECRUİTMENT', 'recruıtment', 'mar\u212Aeting', '\uFF32ecruitment'])
    expect(purposeCode(text)).not.toMatch(/^[a-z]+$/);
});
