import { describe, expect, it } from 'vitest';
import { foldText, matchesWords } from './fold.js';

describe('a folded text', () => {
  it.each([
    ['İcazələr', 'icazeler'],
    ['ŞƏXSİ IŞIQ', 'sexsi isiq'],
    ['Öz ölkəm, güc, çay, dağ', 'oz olkem, guc, cay, dag'],
    ['Ёлка', 'елка'],
    ['Güneş', 'gunes'],
  ])('of %s is %s', (text, folded) => expect(foldText(text)).toBe(folded));

  it('is the same of a letter with its mark in it and of one that has it beside', () => {
    expect(foldText('Ğ'.normalize('NFD'))).toBe(foldText('Ğ'));
  });
});

describe('what is wanted', () => {
  it.each([
    ['İcazələrim', 'icaze'],
    ['Məlumatıma kim baxıb', 'kim mel'],
    ['Country reports', 'REP'],
    ['Отчёты стран', 'отчеты'],
  ])('is found in “%s” by “%s”', (text, wanted) => expect(matchesWords(text, wanted)).toBe(true));

  it.each([
    ['İcazələrim', 'caze'],
    ['Məlumatıma kim baxıb', 'kim icaze'],
  ])('is not found in “%s” by “%s”', (text, wanted) => expect(matchesWords(text, wanted)).toBe(false));
});
