import { nameLevels } from '../compare/name-comparison.js';
import { pairComparison } from '../compare/pair-comparison.js';
import { comparedField, type NormalizedRecord } from './weigh-pairs.js';
import { comparedValues, type ComparedValue } from './person-values.js';

/** From here on, two names are the same one, misprinted at the most. */
const alikeName = nameLevels.indexOf('close');

/**
 * Whether two records can be of one person whose address is known to be the same: both names are alike, and the days of birth are
 * equal where both are known. A record without a name agrees with none.
 */
export function agree(one: NormalizedRecord, other: NormalizedRecord): boolean {
  const records = [one, other];
  const comparison = pairComparison(comparedValues.map((value, at) => comparedField(records, value, at)));
  const levels = new Uint8Array(comparedValues.length);
  comparison.compare(0, 1, levels);
  const levelOf = (name: ComparedValue): string => {
    const at = comparedValues.findIndex((value) => value.name === name);
    return comparison.levelNames[at]?.[levels[at] ?? 0] ?? '';
  };
  const isAlike = (name: ComparedValue) => nameLevels.findIndex((level) => level === levelOf(name)) >= alikeName;
  const isNamedAlike = isAlike('givenName') && isAlike('familyName');
  return isNamedAlike && ['missing', 'equal'].includes(levelOf('birthDate'));
}
