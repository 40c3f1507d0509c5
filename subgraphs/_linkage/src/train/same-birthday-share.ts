import type { LevelModel, LevelProbabilities, LinkageModel } from '../model/linkage-model.js';
import type { Field } from '../table/record-table.js';

/** Given names may be spoilt so many times as often as the other names before relatives are suspected. */
const mostTimesSpoilt = 4;
const different = 1;

/**
 * Training takes some twins for one person, as all but their given names agree. Clerks spoil given names about as often as
 * family names and patronymics; what given names differ more often than that, is two people of one birthday. They are
 * taken out of the m-probabilities, and `sameBirthdayShare` is how many there are for each true match. A register without
 * such names, or without a second one to compare with, is left as it is, and the share is null.
 */
export function withSameBirthdayShare(
  { mProbabilities, uProbabilities }: LevelModel,
  fields: readonly Field[],
): Omit<LinkageModel, 'prior'> {
  const given = fields.findIndex(({ kind }) => kind === 'given-name');
  const others = fields.flatMap(({ kind }, field) =>
    kind === 'family-name' || kind === 'patronymic' ? [mProbabilities[field]?.[different] ?? 0] : [],
  );
  const all = mProbabilities[given]?.[different] ?? 0;
  const own = Math.min(all, mostTimesSpoilt * Math.max(0.001, Math.min(...others)));
  if (given < 0 || others.length === 0) return { mProbabilities, uProbabilities, sameBirthdayShare: null };
  const rest = (1 - own) / (1 - all);
  const purified: LevelProbabilities = mProbabilities.map((levels, field) =>
    field === given ? levels.map((share, level) => (level === different ? own : share * rest)) : levels,
  );
  return { mProbabilities: purified, uProbabilities, sameBirthdayShare: (all - own) / (1 - all + own) };
}
