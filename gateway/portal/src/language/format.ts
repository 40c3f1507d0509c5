import { compareAzerbaijani, monthName, weekdayName } from './azerbaijani.js';
import { countryNames } from './countries.js';
import { currentLanguage } from './language.js';

/** The language whose rules for digits and lists hold: Turkish for Azerbaijani, which the browser does not know. */
const rulesOf = () => {
  const language = currentLanguage();
  return language === 'az' ? 'tr' : language;
};

/** How exact a moment is shown. */
interface MomentStyle {
  /** IANA name of the zone of the days and hours; unset: where the reader is. */
  readonly timeZone?: string | undefined;
  readonly weekday?: boolean;
  readonly time?: boolean;
}

/** A calendar day, `YYYY-MM-DD`, as people write it: “4 noyabr 2026”. */
export function formatDay(day: string): string {
  return formatMoment(`${day}T00:00:00Z`, { timeZone: 'UTC' });
}

/** A moment, as ISO text, as a day and, when it is asked for, with the weekday and the hour. */
export function formatMoment(iso: string, { timeZone, weekday = false, time = false }: MomentStyle = {}): string {
  const moment = new Date(iso);
  const options: Intl.DateTimeFormatOptions = {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...(weekday && { weekday: 'long' }),
    ...(time && { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  };
  const language = currentLanguage();
  if (language !== 'az') {
    // Russian says after a year that it is one: the letter is no line of its own.
    return new Intl.DateTimeFormat(language, options).format(moment).replace(' г.', '\u00a0г.');
  }
  const parts = new Intl.DateTimeFormat('en-US', {
    ...options,
    month: 'numeric',
    ...(weekday && { weekday: 'short' }),
  });
  const part = Object.fromEntries(parts.formatToParts(moment).map(({ type, value }) => [type, value]));
  const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  return [
    `${part['day']} ${monthName(Number(part['month']), 'long')} ${part['year']}`,
    ...(weekday ? [weekdayName(weekdays.indexOf(part['weekday'] ?? ''))] : []),
    ...(time ? [`${part['hour']}:${part['minute']}`] : []),
  ].join(', ');
}

/** A number with the digits grouped as the language groups them. */
export function formatNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
  const text = new Intl.NumberFormat(rulesOf(), options).format(value);
  // Turkish writes the sign of per cent before the number, Azerbaijani after it.
  return currentLanguage() === 'az' ? text.replace(/^(\D*)%(.*)$/, '$1$2%') : text;
}

/** Several things in one sentence: “a, b və c”. */
export function formatList(items: readonly string[]): string {
  const list = new Intl.ListFormat(rulesOf(), { type: 'conjunction' }).format(items);
  return currentLanguage() === 'az' ? list.replace(/ ve (?=[^,]*$)/, ' və ') : list;
}

/** The name of a country by its ISO 3166-1 alpha-2 code; the code itself when nobody knows its name. */
export function formatCountry(code: string): string {
  const language = currentLanguage();
  if (language === 'az') return countryNames[code] ?? code;
  return new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(code) ?? code;
}

/** Orders texts as a reader of the language expects it. Long lists are sorted by the server. */
export function compareText(one: string, other: string): number {
  const language = currentLanguage();
  return language === 'az' ? compareAzerbaijani(one, other) : new Intl.Collator(language).compare(one, other);
}
