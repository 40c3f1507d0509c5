import { emailAddress, phoneNumber } from './contact-values.js';
import { latinText } from './latin-text.js';
import type { ComparisonKind } from './comparison-kind.js';
import { nameText } from './name-text.js';

/** The order of day and month where a date has its year at the end. */
export type DateOrder = 'dmy' | 'mdy';

const missing = /^(|-+|\.+|\?+|n\/?a|nan|null|none|unknown|nil)$/;

/**
 * The form in which values of a kind are compared: equal forms mean the same value. Empty for a value that says nothing,
 * such as a dash or "n/a".
 */
export function normalizedValue(raw: string, kind: ComparisonKind, dateOrder: DateOrder): string {
  const text = raw.trim();
  if (missing.test(text.toLowerCase())) return '';
  switch (kind) {
    case 'given-name':
      return nameText(text, 'given');
    case 'family-name':
      return nameText(text, 'family');
    case 'patronymic':
      return nameText(text, 'patronymic');
    case 'full-name':
      return nameText(text, 'full');
    case 'date':
      return dateText(text, dateOrder);
    case 'email':
      return emailAddress(text).toLowerCase();
    case 'phone':
      return (phoneNumber(text) ?? text).replaceAll(/\D+/g, '').replace(/^0+/, '').slice(-9);
    case 'postcode':
    case 'identifier':
      return latinText(text).replaceAll(/[^a-z0-9]+/g, '');
    case 'address':
    case 'string':
      return latinText(text)
        .replaceAll(/['’ʼ`´]/g, '')
        .replaceAll(/[^a-z0-9]+/g, ' ')
        .trim();
    case 'exact':
      return text.normalize('NFC');
  }
}

const yearFirst = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[T ].*)?$/;
const yearLast = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?:[T ].*)?$/;
const yearMonth = /^(\d{4})[-/.](\d{1,2})$/;

/** Eight digits as YYYYMMDD, with zeros for a month or day that is not known. Wrong days stay, as they may be misprints. */
function dateText(text: string, order: DateOrder): string {
  const digits = text.replaceAll(/\D+/g, '');
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
  if (digits.length === 8) return digits;
  if (digits.length === 4 && digits === text) return `${digits}0000`;
  return digits.padEnd(8, '0').slice(0, 8) === '00000000' ? '' : digits;
}

const concatenated = (year = '', month = '', day = ''): string => year + month.padStart(2, '0') + day.padStart(2, '0');
