import { purposes } from '@birlik/trust/purpose';
import { expect, test } from 'vitest';
import { requireOpenCategories } from './purpose-opening.rule.js';

const refusal = (purpose: string, ...categories: string[]) => {
  try {
    requireOpenCategories(purpose, categories);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
};

/** The purposes that open a category. */
const opening = (category: string) =>
  purposes.flatMap(({ code, opens }) => (opens.includes(category) ? code : [])).join(', ');

test('a consent is for what its purpose opens; else the reader is told what is possible', () => {
  for (const { code, opens } of purposes) {
    for (const category of ['STUDY', 'PROGRAMME', 'SERVICE', 'ALUMNI', 'CREATIVE', 'CONTACT', 'ACCESS_NEEDS']) {
      const told = refusal(code, category.toLowerCase());
      if (opens.includes(category)) expect(told).toBeNull();
      else expect(told).toContain(opens.length > 0 ? `${code}: ${opens.join(', ')}` : opening(category));
    }
  }
  expect(refusal('mentoring', 'alumni', 'programme')).toContain('mentoring: STUDY, ALUMNI, CREATIVE, CONTACT');
});

test('a purpose that is not on the list is for others to refuse', () => {
  expect(refusal('marketing', 'contact')).toBeNull();
});
