import { describe, expect, it } from 'vitest';

import { latinText } from './latin-text.js';

describe('latinText of Arabic letters', () => {
  it.each([
    ['علی', 'eli'],
    ['کریم', 'kerim'],
    ['ناصر', 'nasir'],
    ['احمد', 'ehmed'],
    ['زهرا', 'zehra'],
    ['پرویز', 'perviz'],
    ['جعفری', 'jeferi'],
    ['علیزاده', 'elizade'],
    ['محمدرضا', 'mehmedreza'],
    ['نورالدین', 'nureddin'],
    ['محمداف', 'mehmedov'],
  ])('writes %s with the vowels that it has in speech', (word, latin) => {
    expect(latinText(word)).toBe(latin);
  });

  it('reads the Arabic forms of Persian letters and leaves out marks', () => {
    expect(latinText('علي')).toBe(latinText('علی'));
    expect(latinText('ﻋﻠﯽ')).toBe(latinText('علی'));
    expect(latinText('كَرِيم')).toBe('kerim');
  });

  it('leaves other words of the text as they are', () => {
    expect(latinText('Əli علی')).toBe('eli eli');
    expect(latinText('خیابان ۱۲۳')).toBe('kheyaban 123');
  });
});
