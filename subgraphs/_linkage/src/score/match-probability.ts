import type { ComparisonKind } from '../text/comparison-kind.js';
import { type LinkageModel, weightOfProbability } from '../model/linkage-model.js';
import type { MatchWeights } from './match-weights.js';
import type { Field } from '../table/record-table.js';

/** What two people of one household may share, and what tells them apart. */
type Evidence = 'name' | 'date' | 'contact' | 'household';

export const evidenceOf: Readonly<Record<ComparisonKind, Evidence>> = {
  'given-name': 'name',
  'full-name': 'name',
  date: 'date',
  email: 'contact',
  identifier: 'contact',
  'family-name': 'household',
  patronymic: 'household',
  phone: 'household',
  postcode: 'household',
  address: 'household',
  string: 'household',
  exact: 'household',
};

/**
 * Who two alike records may be other than one person or two strangers. Relatives agree on all that a household shares, as
 * if they were one; so only the evidence that tells them apart speaks against them. `perRecord` is how many such relatives
 * a record has in a register that holds whole families, a cautious number and not an estimate.
 */
const relatives: readonly { readonly perRecord: number; readonly apart: readonly Evidence[] }[] = [
  // Brothers, sisters, parents and children.
  { perRecord: 3, apart: ['name', 'date', 'contact'] },
  // Twins share the date of birth.
  { perRecord: 0.03, apart: ['name', 'contact'] },
  // A grandson often has the whole name of his grandfather, a cousin that of his cousin.
  { perRecord: 0.05, apart: ['date', 'contact'] },
];

/** The probability that a pair of records is one person. */
export interface MatchProbability {
  /** `weight` is the sum of the weights of all fields, and `levels` are those of the pair. */
  readonly probabilityOf: (weight: number, levels: Uint8Array, left: number) => number;
}

/**
 * The probability by the weights of the fields, where strangers and relatives stand against the one person. Without a
 * name, or for a register without dates, the relatives that these would tell apart are left out.
 */
export function matchProbability(
  model: Pick<LinkageModel, 'sameBirthdayShare' | 'prior'>,
  weights: MatchWeights,
  fields: readonly Field[],
  records: number,
): MatchProbability {
  const kinds = new Set(fields.map(({ kind }) => evidenceOf[kind]));
  const matchesPerRecord = Math.max(1e-9, model.prior * Math.max(1, records - 1));
  const hasName = kinds.has('name');
  const fewest = fields.some(({ kind }) => kind === 'patronymic') ? fewestInFamilies : fewestRelatives;
  const scale = Math.min(1, Math.max(fewest, ((model.sameBirthdayShare ?? 1) - unsureShare) * relativesPerShare));
  const rivals = relatives
    .filter(({ apart }) => hasName && (apart.includes('name') || kinds.has('date')))
    .map(({ perRecord, apart }) => ({
      odds: apart.includes('date')
        ? (scale * perRecord) / matchesPerRecord
        : Math.max(model.sameBirthdayShare ?? 0, (scale * perRecord) / matchesPerRecord),
      fields: fields.flatMap(({ kind }, field) => (apart.includes(evidenceOf[kind]) ? [field] : [])),
    }));
  // At a probability of one half the weight is what outweighs all strangers.
  const strangers = 2 ** weightOfProbability(0.5, model.prior);
  const telling = fields.map((field) => tellingWeight(field.kind));
  return {
    probabilityOf: (weight, levels, left) => {
      let against = strangers * 2 ** -weight;
      for (const rival of rivals) {
        let apart = 0;
        for (const field of rival.fields) {
          const level = levels[field] ?? 0;
          if (level > 0) apart += telling[field]?.(weights.weightOf(field, level, left), level) ?? 0;
        }
        against += rival.odds * 2 ** -apart;
      }
      return 1 / (1 + against);
    },
  };
}

/** The least share of `relatives`: where training found nobody else of one birthday … */
const fewestRelatives = 0.004;
/** … and where it did not, but patronymics show that names run in families. */
const fewestInFamilies = 0.1;
const relativesPerShare = 50;
/** So few may as well be given names that were spoilt more often than others. */
const unsureShare = 0.01;

type Telling = (weight: number, level: number) => number;

/**
 * How much of a field's weight tells relatives apart. They have similar names more often than strangers, one mailbox
 * together, and most words of their full names in common.
 */
function tellingWeight(kind: ComparisonKind): Telling {
  switch (kind) {
    case 'given-name':
      return (weight, level) => Math.min(givenNameMost[level] ?? 8, level < 5 ? weight : Math.max(weight, 6));
    case 'full-name':
      return (weight, level) => (level < 4 ? Math.min(weight, -4) : Math.min(weight, fullNameMost[level] ?? 0));
    case 'email':
      return (weight) => Math.min(weight, 8);
    default:
      return (weight) => weight;
  }
}

const givenNameMost = [0, 0, 0, 3, 2];
const fullNameMost = [0, 0, 0, 0, 0, 2, 5, 7];
