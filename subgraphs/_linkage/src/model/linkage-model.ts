/** By field and comparison level, how likely the level is; level 0, missing, says nothing and is not counted. */
export type LevelProbabilities = readonly Float64Array[];

/** What Fellegi and Sunter's model knows after training. */
export interface LinkageModel {
  /** How likely each level is among pairs of one person (m). */
  readonly mProbabilities: LevelProbabilities;
  /** How likely each level is among pairs of two people, by chance (u). */
  readonly uProbabilities: LevelProbabilities;
  /** The probability that two random records match. */
  readonly prior: number;
}

/** Of two fields that both tell where somebody lives, what the second says once more when the first is equal. */
export interface SharedEvidence {
  readonly first: number;
  readonly second: number;
  /** By level of the second field, the bits that it has in common with the first; none below zero. */
  readonly bits: Float64Array;
}

/** Given names that one person has in turn, such as John and Jack, by the register itself. */
export interface NameVariants {
  /** The field of given names. */
  readonly field: number;
  /** The weight of two given names that are not one, in bits: of those that are known as one person's … */
  readonly weightOf: (left: number, right: number) => number | null;
  /** … and of all others that are different. */
  readonly otherWeight: number;
}

/** The m- and u-probabilities alone. */
export type LevelModel = Pick<LinkageModel, 'mProbabilities' | 'uProbabilities'>;

/** The match weight of a level in bits: how many times more likely it is for one person than for two. */
export function matchWeight(model: LevelModel, field: number, level: number): number {
  if (level === 0) return 0;
  const mProbability = model.mProbabilities[field]?.[level] ?? 0;
  const uProbability = model.uProbabilities[field]?.[level] ?? 0;
  return Math.log2(mProbability / uProbability);
}

/** The match probability that belongs to a match weight, given the prior. */
export function probabilityOfWeight(weight: number, prior: number): number {
  return 1 / (1 + 2 ** -(weight + Math.log2(prior / (1 - prior))));
}

/** The match weight at which a match probability is reached, given the prior. */
export function weightOfProbability(probability: number, prior: number): number {
  return Math.log2(probability / (1 - probability)) - Math.log2(prior / (1 - prior));
}

/**
 * The same model with weights that never fall as more agrees: neighbouring levels whose weights are in the wrong order, which
 * too few pairs or pairs of another kind bring about, are taken for one (pool adjacent violators).
 */
export function monotoneModel({ mProbabilities, uProbabilities }: LevelModel): LevelModel {
  const monotone = mProbabilities.map((levels, field) => {
    const shares = uProbabilities[field] ?? new Float64Array();
    const pools: { m: number; u: number; readonly from: number }[] = [];
    for (let level = 1; level < levels.length; level += 1) {
      let last = { m: levels[level] ?? 0, u: shares[level] ?? 0, from: level };
      for (
        let before = pools.at(-1);
        before !== undefined && before.m * last.u > last.m * before.u;
        before = pools.at(-1)
      ) {
        last = { m: before.m + last.m, u: before.u + last.u, from: before.from };
        pools.pop();
      }
      pools.push(last);
    }
    const result = new Float64Array(levels.length);
    for (const [at, { m, u, from }] of pools.entries()) {
      const to = pools[at + 1]?.from ?? levels.length;
      for (let level = from; level < to; level += 1) result[level] = ((shares[level] ?? 0) * m) / u;
    }
    return result;
  });
  return { mProbabilities: monotone, uProbabilities };
}
