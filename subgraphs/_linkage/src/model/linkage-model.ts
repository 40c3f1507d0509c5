/** By field and comparison level, how likely the level is; level 0, missing, says nothing and is not counted. */
export type LevelProbabilities = readonly Float64Array[];

/** What Fellegi and Sunter's model knows after training. */
export interface LinkageModel {
  /** How likely each level is among pairs of one person (m). */
  readonly mProbabilities: LevelProbabilities;
  /** How likely each level is among pairs of two people, by chance (u). */
  readonly uProbabilities: LevelProbabilities;
  /**
   * How many pairs of two people with one birthday, such as twins, the training pairs held for each pair of one person;
   * they are in neither of the probabilities. Null where training can't tell.
   */
  readonly sameBirthdayShare: number | null;
  /** The probability that two random records match. */
  readonly prior: number;
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
