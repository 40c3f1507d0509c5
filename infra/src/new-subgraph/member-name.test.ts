import { describe, expect, it } from 'vitest';

import { readMemberName } from './member-name.js';

const members = ['asan-school', 'union'];

describe('the name of a new member', () => {
  it('is spelt as each place needs it', () => {
    expect(readMemberName(['red-crescent-2'], members)).toEqual({
      kebab: 'red-crescent-2',
      pascal: 'RedCrescent2',
      camel: 'redCrescent2',
      snake: 'red_crescent_2',
      words: 'Red Crescent 2',
    });
    expect(readMemberName(['scouts'], members)).toMatchObject({ pascal: 'Scouts', camel: 'scouts', words: 'Scouts' });
  });

  it.each([
    'RedCrescent',
    'red_crescent',
    'red--crescent',
    '-red',
    'red-',
    '2red',
    'qızıl',
    '../red',
    '--help',
    '',
    'a b',
  ])('is not "%s", which is not in kebab case', (name) => {
    expect(() => readMemberName([name], members)).toThrow('kebab case');
  });

  it.each([
    ['a', 'has 1 characters'],
    ['a'.repeat(31), 'has 31 characters'],
    ['kernel', 'another part of the stack'],
    ['identity-provider', 'another part of the stack'],
    ['union', 'a member already'],
    ['asanschool', 'too much like the member "asan-school"'],
  ])('is not "%s", which %s', (name, reason) => {
    expect(() => readMemberName([name], members)).toThrow(reason);
  });

  it('is exactly one', () => {
    expect(() => readMemberName([], members)).toThrow('missing');
    expect(() => readMemberName(['red', 'crescent'], members)).toThrow('One name is enough');
  });
});
