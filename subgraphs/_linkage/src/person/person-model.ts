import { readFileSync } from 'node:fs';

import { z } from 'zod';

import { pairComparison } from '../compare/pair-comparison.js';
import { comparedValues, type ComparedValue } from './person-values.js';

const share = z.number().gt(0).lte(1);

const comparisonSchema = z.strictObject({
  /** By comparison level, how likely it is among pairs of one person (m) and among pairs of two (u). */
  levels: z.record(z.string(), z.strictObject({ mProbability: share, uProbability: share })),
  /** The shares of frequent values; an equal value weighs more the fewer people have it. Unset: all weigh the same. */
  termFrequencies: z.record(z.string(), share).optional(),
});

const modelSchema = z.strictObject({
  /** A new model gets a new version, and `relink` then weighs everything anew. */
  version: z.int().positive(),
  /** Among so many records each is assumed to have one other of the same person: the prior is one to this number. */
  assumedRecords: z.int().min(2),
  /** From which match probability on a pair is linked without a review, and from which on it is shown to a person. */
  thresholds: z.strictObject({ auto: share, review: share }),
  /** How many pairs of two people with one birthday there are for each pair of one; null where training could not tell. */
  sameBirthdayShare: z.number().nonnegative().nullable(),
  comparisons: z.strictObject(
    Object.fromEntries(comparedValues.map(({ name }) => [name, comparisonSchema])) as Record<
      ComparedValue,
      typeof comparisonSchema
    >,
  ),
});

/** A model as its file has it. */
export type PersonModelData = Readonly<z.infer<typeof modelSchema>>;

/**
 * What is fixed about the comparison of records, so that what is said of a pair never depends on which other records are
 * there.
 */
export interface PersonModel extends Omit<PersonModelData, 'comparisons'> {
  readonly comparisons: Readonly<Record<ComparedValue, ComparisonModel>>;
}

interface ComparisonModel {
  /** By comparison level, the match weight in bits. */
  readonly matchWeights: ReadonlyMap<string, number>;
  /** What is added to the weight of an equal value, in bits; null where all values weigh the same. */
  readonly termFrequencyAdjustments: ReadonlyMap<string, number> | null;
  /** The adjustment of a value that is not among the frequent ones: it may be new or misprinted, and counts like the rarest. */
  readonly rarestAdjustment: number;
}

/** A model that can't be used; each of `faults` is a sentence. */
export class PersonModelError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'PersonModelError';
    this.faults = faults;
  }
}

/**
 * Checks a model, as `train` writes it.
 *
 * @throws PersonModelError with all faults, a sentence each; also for a model of other comparison levels than this build's
 */
export function readPersonModel(value: unknown): PersonModel {
  const outcome = modelSchema.safeParse(value);
  if (!outcome.success) {
    throw new PersonModelError(outcome.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  }
  const model = outcome.data;
  const faults = comparedValues.flatMap(({ name }, at) => {
    const learned = Object.keys(model.comparisons[name].levels);
    const known = learnedLevels[at] ?? [];
    return [
      ...known.filter((level) => !learned.includes(level)).map((level) => `comparisons.${name}: has no "${level}"`),
      ...learned
        .filter((level) => !known.includes(level))
        .map((level) => `comparisons.${name}: "${level}" is no comparison level of this build`),
    ];
  });
  if (faults.length > 0) throw new PersonModelError(faults);
  const comparisons = Object.fromEntries(
    comparedValues.map(({ name }) => [name, comparisonModel(model.comparisons[name])]),
  ) as PersonModel['comparisons'];
  return { ...model, comparisons };
}

function comparisonModel({ levels, termFrequencies }: PersonModelData['comparisons'][ComparedValue]): ComparisonModel {
  const matchWeights = new Map(
    Object.entries(levels).map(([level, { mProbability, uProbability }]) => [
      level,
      // In thousandths, so that the parts that people read add up to the whole.
      Number(Math.log2(mProbability / uProbability).toFixed(3)),
    ]),
  );
  if (termFrequencies === undefined) return { matchWeights, termFrequencyAdjustments: null, rarestAdjustment: 0 };
  const uProbability = levels[equal]?.uProbability ?? 1;
  const adjustments = Object.entries(termFrequencies).map(([text, frequency]): [string, number] => [
    text,
    Math.log2(uProbability / frequency),
  ]);
  return {
    matchWeights,
    termFrequencyAdjustments: new Map(adjustments),
    rarestAdjustment: Math.max(...adjustments.map(([, adjustment]) => adjustment)),
  };
}

const equal = 'equal';

/** By compared value, the names of its comparison levels without that for a missing value, which says nothing. */
const learnedLevels = pairComparison(
  comparedValues.map(({ name, kind }) => ({ name, column: name, kind, texts: [''], values: Int32Array.of() })),
).levelNames.map((levels) => levels.slice(1));

/**
 * The match weight of one value of a pair, in bits, with its term frequency adjustment.
 *
 * @param text the normalized value itself, which counts where both are equal
 * @throws Error for a level that the model has not learned: then the comparison has changed since
 */
export function fieldWeight(model: PersonModel, field: ComparedValue, level: string, text: string): number {
  if (level === 'missing') return 0;
  const { matchWeights, termFrequencyAdjustments, rarestAdjustment } = model.comparisons[field];
  const weight = matchWeights.get(level);
  if (weight === undefined)
    throw new Error(`Version ${model.version} of the model knows no level "${level}" of ${field}.`);
  if (level !== equal || termFrequencyAdjustments === null) return weight;
  return weight + (termFrequencyAdjustments.get(text) ?? rarestAdjustment);
}

/** The file of the fixed model, trained by `npm run -s link:train`. */
export const personModelFile = new URL('../../models/person.json', import.meta.url);

/** The fixed model. */
export const personModel = readPersonModel(JSON.parse(readFileSync(personModelFile, 'utf8')));
