import { describe, expect, it } from 'vitest';
import { readCsv } from '../csv-table.js';
import { linesOf, missingColumns } from './record-lines.rule.js';

const faults = (text: string) => linesOf(readCsv(text)).map(({ number, fault }) => [number, fault]);

describe('the lines of a file of records', () => {
  it('are known by the heads of their columns, in any order and language', () => {
    const [line] = linesOf(readCsv('Фамилия,Имя,ID,Doğum tarixi\nƏliyeva,Aysel,7,28.5.2004'));
    expect(line?.record).toEqual({ familyName: 'Əliyeva', givenName: 'Aysel', localKey: '7', birthDate: '2004-05-28' });
  });

  it('are known by heads in capital letters too, of either i', () => {
    const [line] = linesOf(readCsv('NÖMRƏ,AD,SOYAD,FİN,ATA ADI\n7,Aysel,Əliyeva,1AB,Vaqif'));
    expect(line?.record).toMatchObject({ localKey: '7', nationalNumber: '1AB', patronymic: 'Vaqif' });
  });

  it('are told what is wrong, each by its number', () => {
    expect(faults('id,ad,soyad,doğum günü\n1,A,B,\n1,C,D,\n,E,F,\n2,,G,\n3,H,I,soon')).toEqual([
      [2, null],
      [3, 'KEY_TWICE'],
      [4, 'KEY_MISSING'],
      [5, 'NAME_MISSING'],
      [6, 'DAY_UNKNOWN'],
    ]);
  });

  it('need three columns', () => {
    expect(missingColumns(readCsv('ad\nA')).map(({ field }) => field)).toEqual(['localKey', 'familyName']);
  });
});
