import { emailAddress, phoneNumber } from './contact-values.js';
import type { ComparisonKind } from './comparison-kind.js';
import { type DateOrder, type DateRange, readDate } from './date-text.js';
import { isPlaceholder } from './placeholder.js';
import { latinText } from './latin-text.js';
import { nameText } from './name-text.js';
import type { ReadValue } from './read-value.js';

/** Longer texts are no values of a person, and comparing them would take very long. */
export const longestValue = 1000;

/**
 * The form in which values of a kind are compared: equal forms mean the same value. Empty for a value that says nothing,
 * such as a dash or "n/a".
 */
export function normalizedValue(raw: string, kind: ComparisonKind, dateOrder: DateOrder): string {
  return readValue(raw, kind, { dateOrder }).text;
}

/** The same, with what is wrong about the value. */
export function readValue(raw: string, kind: ComparisonKind, { dateOrder, dates = {} }: ReadingSettings): ReadValue {
  const text = raw.trim();
  if (text === '') return { text, fault: null };
  if (text.length > longestValue) return { text: '', fault: `longer than ${longestValue} characters` };
  if (isPlaceholder(text, kind)) return { text: '', fault: 'a word or sign that says nothing' };
  if (kind === 'date') return readDate(text, dateOrder, dates);
  const form = comparedForm(text, kind);
  return { text: form, fault: form === '' ? `nothing that can be compared as ${kind}` : null };
}

export interface ReadingSettings {
  readonly dateOrder: DateOrder;
  /** @default every date */
  readonly dates?: DateRange;
}

function comparedForm(text: string, kind: Exclude<ComparisonKind, 'date'>): string {
  switch (kind) {
    case 'given-name':
      return nameText(text, 'given');
    case 'family-name':
      return nameText(text, 'family');
    case 'patronymic':
      return nameText(text, 'patronymic');
    case 'full-name':
      return nameText(text, 'full');
    case 'email':
      return emailAddress(text).toLowerCase();
    case 'phone':
      return phoneEnd(phoneNumber(text) ?? text);
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

const leastDigits = 5;

/** The digits by which a number is compared, whoever dials it from where; empty for so few that many people have them. */
function phoneEnd(number: string): string {
  const digits = number.replaceAll(/\D+/g, '').replace(/^0+/, '').slice(-9);
  return digits.length < leastDigits ? '' : digits;
}
