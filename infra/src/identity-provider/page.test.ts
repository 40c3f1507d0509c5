import { describe, expect, it } from 'vitest';

import { newcomerCalled } from './account.js';
import { pageLanguage, writePage } from './page.js';

describe('pageLanguage', () => {
  it.each([
    [undefined, undefined, 'az'],
    ['', '', 'az'],
    [undefined, 'de-DE, fr', 'az'],
    [undefined, 'ru-RU,ru;q=0.9', 'ru'],
    [undefined, 'en;q=0.5, tr;q=0.8', 'tr'],
    [undefined, 'en;q=0, *', 'az'],
    ['tr', 'ru', 'tr'],
    ['de en-GB', 'ru', 'en'],
    ['de fr', 'ru', 'ru'],
  ])('answers ui_locales %s and accept-language %s with %s', (asked, header, language) => {
    expect(pageLanguage(asked, header)).toBe(language);
  });
});

describe('writePage', () => {
  it('allows the style and the script that it holds, and forms to where they lead, and nothing else', () => {
    const { headers } = writePage({
      language: 'az',
      title: 'x',
      body: '',
      script: 'go()',
      formOrigins: ['http://portal.example'],
    });
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; script-src 'sha256-[\w+/]{43}='; form-action 'self' http:\/\/portal\.example; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(writePage({ language: 'az', title: 'x', body: '' }).headers['content-security-policy']).not.toContain(
      'script',
    );
  });

  it('escapes its title', () => {
    expect(writePage({ language: 'az', title: '<b>', body: '' }).html).toContain('<h1>&#60;b&#62;</h1>');
  });
});

describe('newcomerCalled', () => {
  it.each([
    ['Aysel', 'new-aysel'],
    [' Gülnar  Əliyeva ', 'new-gulnar-eliyeva'],
    ['Айсель', 'new-aysel'],
    ['Ibn Sina 2', 'new-ibn-sina-2'],
    [`${'a'.repeat(39)} b`, `new-${'a'.repeat(39)}`],
  ])('makes %j the account %s', (name, key) => {
    expect(newcomerCalled(name)?.key).toBe(key);
  });

  it.each(['', '  ', '- -', '!'])('takes %j for no name', (name) => {
    expect(newcomerCalled(name)).toBeNull();
  });
});
