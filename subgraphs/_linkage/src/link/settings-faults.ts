import type { z } from 'zod';

import { comparisonKinds } from '../text/comparison-kind.js';
import { didYouMean } from '../text/nearest-word.js';

const column = 'the name of a column, a number in quotation marks';
const kind = `one of the kinds ${comparisonKinds.join(', ')}`;
const probability = 'a number above 0 and below 1';
const day = 'a day such as 1990-12-31';
const record = 'a record, as {source: …, id: …}';
const text = 'a text; a number needs quotation marks';

/** What may stand at each place of the settings; `*` stands for any name or number. */
const expected: Readonly<Record<string, string>> = {
  id: column,
  source: column,
  fields: 'a mapping of columns to their kinds, such as {name: full-name, born: date}',
  'fields.*': `${kind}, or {kind: …, name: …}`,
  'fields.*.kind': kind,
  'fields.*.name': 'a name for the field that is not empty',
  deterministic: 'a list of names of columns',
  'deterministic.*': column,
  uniqueSources: 'true, false, or a list of names of sources',
  'uniqueSources.*': 'the name of a source',
  blocking: 'a list of rules, each a list of fields, such as [[name, "born:year"]]',
  'blocking.*': 'a list of one to four fields, each as name or "name:key"',
  'blocking.*.*': 'a field, as name or "name:key"',
  dateOrder: 'dmy or mdy',
  dates: 'a mapping with from, to or both',
  'dates.from': day,
  'dates.to': day,
  thresholds: 'a mapping with auto, review or both',
  'thresholds.auto': probability,
  'thresholds.review': probability,
  notTheSame: 'a list of pairs of records, such as [[{source: a.csv, id: "1"}, {source: a.csv, id: "2"}]]',
  'notTheSame.*': `a pair of records, each as {source: …, id: …}`,
  'notTheSame.*.*': record,
  'notTheSame.*.*.source': text,
  'notTheSame.*.*.id': text,
  seed: 'a whole number that is not negative',
  candidatesPerRecord: 'a number above 0 and at most 10000',
};

/** What is wrong with settings, a sentence for each fault: the setting, what was given, and what may stand there. */
export function settingsFaults(settings: unknown, issues: readonly z.core.$ZodIssue[]): readonly string[] {
  return [...new Set(issues.flatMap((issue) => sentences(settings, issue, issue.path)))];
}

function sentences(settings: unknown, issue: z.core.$ZodIssue, path: readonly PropertyKey[]): readonly string[] {
  const place = path.join('.');
  if (issue.code === 'custom') return [`${place}: ${issue.message}`];
  if (issue.code === 'invalid_key') return [`${place.slice(0, -1)}: one of the columns has no name`];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownSetting(key, path));
  const given = path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    settings,
  );
  // The last form of a setting that has several is the one with settings of its own.
  const inside = issue.code === 'invalid_union' && isCollection(given) ? (issue.errors.at(-1) ?? []) : [];
  if (inside.some((one) => one.path.length > 0 || one.code === 'unrecognized_keys'))
    return inside.flatMap((one) => sentences(settings, one, [...path, ...one.path]));
  if (path.length === 0) return [`The settings are ${said(given)}; they must be a mapping with id and fields`];
  const allowed = expected[pattern(path)] ?? 'something else';
  const guess = typeof given === 'string' ? didYouMean(given, wordsAt(pattern(path))) : '';
  const state = given === undefined ? `${place} is missing` : `${place}: ${said(given)} stands there`;
  return [`${state}; it must be ${allowed}${guess}`];
}

function unknownSetting(key: string, path: readonly PropertyKey[]): string {
  const begin = path.length === 0 ? '' : `${pattern(path)}.`;
  const known = Object.keys(expected)
    .filter((one) => one.startsWith(begin) && !/[.*]/.test(one.slice(begin.length)))
    .map((one) => one.slice(begin.length));
  const where = path.length === 0 ? '' : `${path.join('.')}: `;
  return `${where}"${key}" is not a setting; there are ${known.join(', ')}${didYouMean(key, known)}`;
}

/** The words of which one must stand at a place. */
function wordsAt(place: string): readonly string[] {
  if (place === 'fields.*' || place === 'fields.*.kind') return comparisonKinds;
  return place === 'dateOrder' ? ['dmy', 'mdy'] : [];
}

/** The path as `expected` has it: names of columns and numbers of places in lists may be any. */
function pattern(path: readonly PropertyKey[]): string {
  return path
    .map((part, at) => (typeof part === 'number' || (at === 1 && path[0] === 'fields') ? '*' : part))
    .join('.');
}

const isCollection = (value: unknown): boolean => typeof value === 'object' && value !== null;
const longestSaid = 60;

/** A value as a sentence can have it. */
function said(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return Object.keys(value).length === 0 ? 'an empty mapping' : 'a mapping';
  const whole = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return whole.length > longestSaid ? `${whole.slice(0, longestSaid)}…` : whole;
}
