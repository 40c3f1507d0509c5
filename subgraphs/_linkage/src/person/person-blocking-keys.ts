import { hash } from 'node:crypto';

import { soundKeys } from '../text/sound-keys.js';

const mostWords = 3;

/**
 * The blocking keys of a record: two records are compared when they share one. Each key joins several values, so that
 * not even the most frequent name alone brings people together; each value is missing from some key, so that a misprint
 * in it does not hide the person.
 *
 * @param values as `normalizedValues` gives them
 * @returns numbers of 64 bits, in decimal since JavaScript has no exact ones in JSON
 */
export function personBlockingKeys(
  values: readonly string[],
  nationalNumberHashes: readonly string[],
): readonly string[] {
  const [given = '', family = '', patronymic = '', born = '', phone = '', email = ''] = values;
  const [first, last, father] = [sounds(given), sounds(family), sounds(patronymic)];
  const both = concatenations(first, last);
  const keys = nationalNumberHashes.map((hashed) => `national ${hashed}`);
  if (phone.length >= 7) keys.push(`phone ${phone.slice(-7)}`);
  if (email !== '') keys.push(`email ${email}`);
  if (/^\d{8}$/.test(born)) {
    const day = [born.slice(4, 6), born.slice(6)].toSorted().join(' ');
    const isWholeDay = !born.endsWith('00');
    if (isWholeDay) keys.push(...[...first, ...last, ...father].map((sound) => `born ${sound} ${born}`));
    if (isWholeDay) keys.push(...both.map((name) => `day ${name} ${day}`));
    const names = [...both, ...concatenations(first, father), ...concatenations(last, father)];
    if (!born.startsWith('0000')) keys.push(...names.map((name) => `year ${name} ${born.slice(0, 4)}`));
  }
  keys.push(...concatenations(both, father).map((name) => `names ${name}`));
  return [...new Set(keys)].map((key) => hash('sha256', key, 'buffer').readBigInt64BE().toString());
}

function sounds(name: string): readonly string[] {
  if (name === '') return [];
  return [...new Set(name.split(' ').slice(0, mostWords).flatMap(soundKeys))];
}

/**
 * Each code of one name with each of the other's, sorted, since given and family name may have been exchanged. Only
 * codes of one kind: the skeleton of one name with the Daitch–Mokotoff code of the other would find nothing more.
 */
function concatenations(left: readonly string[], right: readonly string[]): readonly string[] {
  return left.flatMap((a) =>
    right.filter((b) => a.charAt(0) === b.charAt(0)).map((b) => [...a.split(' '), b].toSorted().join(' ')),
  );
}
