import { validateSync } from 'class-validator';
import { expect, test } from 'vitest';
import { MostCharacters, type FourLanguagesInput } from './four-languages.input.js';

class Named {
  readonly name: FourLanguagesInput;

  constructor(name: FourLanguagesInput) {
    this.name = name;
  }
}
MostCharacters(5)(Named.prototype, 'name');

test.each([
  [{ az: 'Bəhər' }, true],
  [{ az: 'Bəhər', en: null, ru: 'Весна' }, true],
  [{ az: 'Bəhər', en: 'Spring' }, false],
  [{ az: '' }, false],
])('%j has at most five characters in each language: %s', (name, isShort) => {
  expect(validateSync(new Named(name)).flatMap(({ constraints }) => Object.keys(constraints ?? {}))).toEqual(
    isShort ? [] : ['isLength'],
  );
});
