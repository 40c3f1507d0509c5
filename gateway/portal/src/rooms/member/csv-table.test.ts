import { describe, expect, it } from 'vitest';
import { readCsv } from './csv-table.js';

describe('a CSV file', () => {
  it('has a head and lines, whatever ends them, without a mark of the encoding', () => {
    expect(readCsv('\uFEFFa,b\r\n1,2\n3,4\r\n')).toEqual({
      head: ['a', 'b'],
      rows: [
        ['1', '2'],
        ['3', '4'],
      ],
    });
  });

  it('has commas, quotes and line ends in quotes', () => {
    expect(readCsv('a,b\n"x, y","say ""z""\nagain"').rows).toEqual([['x, y', 'say "z"\nagain']]);
  });

  it('may have semicolons or tabs between', () => {
    expect(readCsv('a;b\n1,5;2').rows).toEqual([['1,5', '2']]);
    expect(readCsv('a\tb\n1\t2').rows).toEqual([['1', '2']]);
  });

  it('is none when its quotes do not end', () => {
    expect(() => readCsv('a,b\n"1,2')).toThrow('Quote');
  });

  it('keeps empty cells and leaves out empty lines', () => {
    expect(readCsv('a,b,c\n,,\n\n1,,3\n').rows).toEqual([['1', '', '3']]);
  });
});
