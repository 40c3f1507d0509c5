import { nameLevels } from '../compare/name-comparison.js';
import { pairComparison } from '../compare/pair-comparison.js';
import { comparedField, type NormalizedRecord } from './weigh-pairs.js';
import { comparedValues, type ComparedValue } from './person-values.js';

/** From here on, two names are the same one, misprinted at the most. */
const alikeName = nameLevels.indexOf('close');

/**
 * Of pairs of records, named by their positions, those that came near: both names are alike, or the telephone number or the
 * e-mail address is the same, whatever else clashes. Whoever is behind such a record may know that they were looked at.
 */
export function nearPairs(
  records: readonly NormalizedRecord[],
  pairs: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const comparison = pairComparison(comparedValues.map((value, at) => comparedField(records, value, at)));
  const levels = new Uint8Array(comparedValues.length);
  const place = (name: ComparedValue): number => comparedValues.findIndex((value) => value.name === name);
  const [given, family, phone, email] = [place('givenName'), place('familyName'), place('phone'), place('email')];
  const isEqual = (at: number): boolean => comparison.levelNames[at]?.[levels[at] ?? 0] === 'equal';
  return pairs.filter(([left, right]) => {
    comparison.compare(left, right, levels);
    const alike = (levels[given] ?? 0) >= alikeName && (levels[family] ?? 0) >= alikeName;
    return alike || isEqual(phone) || isEqual(email);
  });
}
