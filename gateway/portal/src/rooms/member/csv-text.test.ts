import { describe, expect, it } from 'vitest';
import { csvText } from './csv-text.js';

describe('a table as CSV', () => {
  it('quotes what has commas, quotes and line ends, and ends each line with CRLF', () => {
    expect(csvText([['a', 'b, c', 'say "d"', 'e\nf']])).toBe('\uFEFFa,"b, c","say ""d""","e\nf"\r\n');
  });

  it('disarms what a spreadsheet would take for a formula', () => {
    const text = csvText([['=1+1', '+994', '-2', '@x', '\t=1', 'a=b']]);
    expect(text).toBe("\uFEFF'=1+1,'+994,'-2,'@x,'\t=1,a=b\r\n");
  });
});
