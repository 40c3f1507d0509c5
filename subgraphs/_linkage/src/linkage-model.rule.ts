/** How often each level occurs, by field and level; level 0, missing, says nothing and is not counted. */
export type LevelShares = readonly Float64Array[];

/** What Fellegi and Sunter's model knows after training. */
export interface LinkageModel {
  /** Shares among pairs of one person. */
  readonly matching: LevelShares;
  /** Shares among pairs of two people. */
  readonly different: LevelShares;
  /**
   * How many pairs of twins the training pairs held for each pair of one person; they are in neither of the shares. Null where
   * training can't tell.
   */
  readonly twins: number | null;
  /** The share of matching pairs among all pairs that exist. */
  readonly prevalence: number;
}

/** The weight of a level in bits: how many times more likely it is for one person than for two. */
export function levelWeight(model: Pick<LinkageModel, 'matching' | 'different'>, field: number, level: number): number {
  if (level === 0) return 0;
  const matching = model.matching[field]?.[level] ?? 0;
  const different = model.different[field]?.[level] ?? 0;
  return Math.log2(matching / different);
}

/** The probability that belongs to a weight in bits, given the share of matching pairs before anything is compared. */
export function probabilityOf(weight: number, prevalence: number): number {
  return 1 / (1 + 2 ** -(weight + Math.log2(prevalence / (1 - prevalence))));
}

/** The weight at which a probability is reached. */
export function weightOf(probability: number, prevalence: number): number {
  return Math.log2(probability / (1 - probability)) - Math.log2(prevalence / (1 - prevalence));
}
