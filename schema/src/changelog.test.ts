import { expect, it } from 'vitest';
import { mentions, unreleasedBreaking } from './changelog.js';

it('reads only what is breaking and not released yet', () => {
  const changelog = [
    '# Changelog',
    '## [Unreleased]',
    '### Breaking',
    '- `Shop.tax` is gone.',
    '',
    '### Safe',
    '- `Shop.vat` is new.',
    '## 0.1.0',
    '### Breaking',
    '- `Shop.old` is gone.',
  ].join('\n');
  expect(unreleasedBreaking(changelog)).toEqual(['- `Shop.tax` is gone.']);
});

it('finds no entry without the headings', () => {
  expect(unreleasedBreaking('### Breaking\n- `Shop.tax`\n')).toEqual([]);
});

it.each([
  ['- `Shop.tax` is gone.', true],
  ['- Shop.tax.', true],
  ['- `Shop.taxRate` is gone.', false],
  ['- `Shop.tax.year` is required.', false],
  ['- `MyShop.tax` is gone.', false],
  ['- the tax of Shop', false],
])('decides whether "%s" names Shop.tax', (line, expected) => {
  expect(mentions(line, 'Shop.tax')).toBe(expected);
});
