import { describe, expect, it } from 'vitest';

import { pageLanguage } from './login-texts.js';

describe('pageLanguage', () => {
  it.each([
    [undefined, 'az'],
    ['', 'az'],
    ['de-DE, fr', 'az'],
    ['ru-RU,ru;q=0.9', 'ru'],
    ['en;q=0.5, tr;q=0.8', 'tr'],
    ['en;q=0, *', 'az'],
  ])('answers %s with %s', (header, language) => {
    expect(pageLanguage(header)).toBe(language);
  });
});
