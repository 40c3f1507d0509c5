import type { ReadValue } from './read-value.js';

/** The order of day and month where a date has its year at the end. */
export type DateOrder = 'dmy' | 'mdy';

/** Days in the form YYYY-MM-DD between which dates can lie, both included; a side that is left out is open. */
export interface DateRange {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const yearFirst = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[T ].*)?$/;
const yearLast = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?:[T ].*)?$/;
const yearMonth = /^(\d{4})[-/.](\d{1,2})$/;
const monthYear = /^(\d{1,2})[-/.](\d{4})$/;
const oneNumber = /^\d{8}$/;
const yearAlone = /^\d{4}$/;

/** Days that databases and forms have where none was given. */
const defaultDays = new Set(['00010101', '11111111', '17530101', '18991230', '18991231', '19000101', '99991231']);

/** Reads a date in one of the forms YYYY-MM-DD, DD.MM.YYYY, YYYYMMDD, YYYY-MM, MM.YYYY and YYYY, with any dash, point, slash or blank. */
export function readDate(text: string, order: DateOrder, { from, to }: DateRange): ReadValue {
  const written = dateText(text, order);
  if (written === '') return { text: '', fault: 'no date in a form that is read, such as 1990-12-31 or 31.12.1990' };
  if (defaultDays.has(written) || written.startsWith('0000')) return { text: '', fault: 'a day that stands for none' };
  if (to !== undefined && written > to.replaceAll('-', '')) return { text: '', fault: `a date after ${to}` };
  // A year or month alone counts as its last day.
  const latest = written.replace(/0000$/, '1231').replace(/00$/, '31');
  if (latest < (from ?? '').replaceAll('-', '')) return { text: '', fault: `a date before ${from}` };
  if (!isInCalendar(written)) return { text: written, fault: 'a day that no calendar has' };
  return { text: written, fault: from === undefined && written < '1900' ? 'a date before 1900' : null };
}

function dateText(given: string, order: DateOrder): string {
  const text = given
    .normalize('NFKC')
    .replaceAll(/\p{Pd}/gu, '-')
    .replaceAll(/\s*([-/.])\s*/g, '$1')
    .replace(/\s*г\.?$/, '');
  const first = yearFirst.exec(text);
  if (first !== null) return concatenated(first[1], first[2], first[3]);
  const last = yearLast.exec(text);
  if (last !== null) {
    const [a = '', b = ''] = last.slice(1);
    const isDayFirst = Number(a) > 12 || (order === 'dmy' && Number(b) <= 12);
    return isDayFirst ? concatenated(last[3], b, a) : concatenated(last[3], a, b);
  }
  const short = yearMonth.exec(text);
  if (short !== null) return concatenated(short[1], short[2], '0');
  const monthFirst = monthYear.exec(text);
  if (monthFirst !== null) return concatenated(monthFirst[2], monthFirst[1], '0');
  if (oneNumber.test(text)) return concatenated(text.slice(0, 4), text.slice(4, 6), text.slice(6));
  return yearAlone.test(text) ? `${text}0000` : '';
}

/** Zeros or nines stand for a month or day that is not known. */
const concatenated = (year = '', month = '', day = ''): string =>
  year + [month, day].map((part) => part.padStart(2, '0').replace('99', '00')).join('');

function isInCalendar(text: string): boolean {
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)].map(Number);
  if (year === undefined || month === undefined || day === undefined || month > 12) return false;
  return day <= (month === 0 ? 31 : new Date(Date.UTC(year, month, 0)).getUTCDate());
}
