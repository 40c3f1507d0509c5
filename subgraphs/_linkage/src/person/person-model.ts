import { readFileSync } from 'node:fs';

import { z } from 'zod';

import { nameLevels } from '../compare/name-comparison.js';
import { pairComparison } from '../compare/pair-comparison.js';
import { nameReading } from '../text/name-reading.js';
import { anyOther, comparedValues, type ComparedValue } from './person-values.js';

const share = z.number().gt(0).lte(1);

const comparisonSchema = z.strictObject({
  /** By comparison level, how likely it is among pairs of one person (m) and among pairs of two (u). */
  levels: z.record(z.string(), z.strictObject({ mProbability: share, uProbability: share })),
  /** The shares of frequent names by how they are read; one name weighs more the fewer people have it. An empty name stands for all others. Unset: all weigh the same. */
  termFrequencies: z.record(z.string(), share).optional(),
});

const modelSchema = z.strictObject({
  /** A new model gets a new version, and `relink` then weighs everything anew. */
  version: z.int().positive(),
  /** Among so many records each is assumed to have one other of the same person: the prior is one to this number. */
  assumedRecords: z.int().min(2),
  /** From which match probability on a pair is linked without a review, and from which on it is shown to a person. */
  thresholds: z.strictObject({ auto: share, review: share }),
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
  if (termFrequencies === undefined) return { matchWeights, termFrequencyAdjustments: null };
  // What two random names have in common, by which the weights of the levels were learned.
  const average = Object.values(termFrequencies).reduce((sum, share) => sum + share ** 2, 0);
  const adjustments = Object.entries(termFrequencies).map(([reading, frequency]): [string, number] => [
    reading,
    Math.log2(average / frequency),
  ]);
  return { matchWeights, termFrequencyAdjustments: new Map(adjustments) };
}

/** The levels of one name, in whatever alphabet and column. */
const sameNames: ReadonlySet<string> = new Set(nameLevels.slice(nameLevels.indexOf('exchanged')));

/** By compared value, the names of its comparison levels without that for a missing value, which says nothing. */
const learnedLevels = pairComparison(
  comparedValues.map(({ name, kind }) => ({ name, column: name, kind, texts: [''], values: Int32Array.of() })),
).levelNames.map((levels) => levels.slice(1));

/**
 * The match weight of one value of a pair, in bits, with its term frequency adjustment.
 *
 * @param texts the normalized values of both records, whose frequency counts where they are one name
 * @throws Error for a level that the model has not learned: then the comparison has changed since
 */
export function fieldWeight(
  model: PersonModel,
  field: ComparedValue,
  level: string,
  texts: readonly [string, string],
): number {
  if (level === 'missing') return 0;
  const { matchWeights, termFrequencyAdjustments } = model.comparisons[field];
  const weight = matchWeights.get(level);
  if (weight === undefined)
    throw new Error(`Version ${model.version} of the model knows no level "${level}" of ${field}.`);
  if (termFrequencyAdjustments === null || !sameNames.has(level)) return weight;
  // A name in the other one's column is not rare because nobody has it there.
  const ofOthers = level === 'exchanged' ? 0 : (termFrequencyAdjustments.get(anyOther) ?? 0);
  const adjustments = texts.map((text) => termFrequencyAdjustments.get(nameReading(text)) ?? ofOthers);
  return weight + Math.min(...adjustments);
}

/** The file of the fixed model, trained by `npm run -s link:train`. */
export const personModelFile = new URL('../../models/person.json', import.meta.url);

/** The fixed model. */
export const personModel = readPersonModel(JSON.parse(readFileSync(personModelFile, 'utf8')));
