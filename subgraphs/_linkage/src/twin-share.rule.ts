import type { LevelShares, LinkageModel } from './linkage-model.rule.js';
import type { Field } from './record-table.rule.js';

/** Given names may be spoilt so many times as often as the other names before relatives are suspected. */
const mostTimesSpoilt = 4;
const different = 1;

/**
 * Training takes some twins for one person, as all but their given names agree. Clerks spoil given names about as often as
 * family names and patronymics; what given names differ more often than that, is twins. They are taken out of the shares
 * of one person, and `twins` is how many there are for each true match. A register without such names, or without a
 * second one to compare with, is left as it is, and `twins` is null.
 */
export function withoutTwins(
  { matching, different: chance }: Pick<LinkageModel, 'matching' | 'different'>,
  fields: readonly Field[],
): Pick<LinkageModel, 'matching' | 'different' | 'twins'> {
  const given = fields.findIndex(({ kind }) => kind === 'given-name');
  const others = fields.flatMap(({ kind }, field) =>
    kind === 'family-name' || kind === 'patronymic' ? [matching[field]?.[different] ?? 0] : [],
  );
  const all = matching[given]?.[different] ?? 0;
  const own = Math.min(all, mostTimesSpoilt * Math.max(0.001, Math.min(...others)));
  if (given < 0 || others.length === 0) return { matching, different: chance, twins: null };
  const rest = (1 - own) / (1 - all);
  const purified: LevelShares = matching.map((shares, field) =>
    field === given ? shares.map((share, level) => (level === different ? own : share * rest)) : shares,
  );
  return { matching: purified, different: chance, twins: (all - own) / (1 - all + own) };
}
