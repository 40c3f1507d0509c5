import { z } from 'zod';

import { blockingKeyNames } from '../blocking/blocking-keys.js';
import { settingsFaults } from './settings-faults.js';
import { fieldName } from '../table/record-table.js';
import { type ComparisonKind, comparisonKinds } from '../text/comparison-kind.js';
import { didYouMean } from '../text/nearest-word.js';

const column = z.string().min(1);
const probability = z.number().gt(0).lt(1);

/** One compared column. */
interface FieldSettings {
  readonly kind: ComparisonKind;
  readonly name?: string | undefined;
}

const fieldSchema = z.union([
  z.enum(comparisonKinds).transform((kind): FieldSettings => ({ kind })),
  z.strictObject({
    kind: z.enum(comparisonKinds),
    /** How values are found in a rule of `blocking`, and named in PAIRS. @default the column's name */
    name: z.string().min(1).optional(),
  }),
]);

const settingsSchema = z
  .strictObject({
    /** The column that identifies a record within its source. */
    id: column,
    /** The column that names the source of a record. @default one source for each input file, named after the file */
    source: column.optional(),
    /** Columns with the way in which they are compared. */
    fields: z.record(column, fieldSchema).refine((fields) => Object.keys(fields).length > 0, 'names no column'),
    /** Columns whose equal values alone make two records one person, such as a validated national number. */
    deterministic: z.array(column).default([]),
    /** Whether the sources hold each person at most once: none of them, all, or those that are named. */
    uniqueSources: z.union([z.boolean(), z.array(z.string())]).default(false),
    /** Which pairs are looked at: each rule is a list of fields whose keys are equal. @default chosen from the data */
    blocking: z.array(z.array(column).min(1).max(4)).min(1).optional(),
    /** The order of day and month in dates such as 03/04/1990. */
    dateOrder: z.enum(['dmy', 'mdy']).default('dmy'),
    /** Days outside count as missing. The command takes the day on which it runs for `to`. @default every day */
    dates: z
      .strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional() })
      .refine(({ from = '', to = '9999-12-31' }) => from <= to, 'from must not be after to')
      .prefault({}),
    thresholds: z
      .strictObject({
        /** A pair with at least this probability is linked without a person looking at it. */
        auto: probability.default(0.99),
        /** A pair with at least this probability is shown to a person. */
        review: probability.default(0.5),
      })
      .refine(({ auto, review }) => review <= auto, {
        error: ({ input }) => {
          const { auto, review } = input as { auto: number; review: number };
          return `review is ${review} and auto ${auto}; review must not be above auto`;
        },
      })
      .prefault({}),
    /** Pairs that a clerical decision found to be different people, by source and id. */
    notTheSame: z.array(z.array(z.strictObject({ source: z.string(), id: z.string() })).length(2)).default([]),
    /** Where the random choices begin. The same seed on the same records gives the same result. */
    seed: z.int().nonnegative().default(1),
    /** How many other records one record is compared with on average, at most. */
    candidatesPerRecord: z.number().positive().max(10_000).optional(),
  })
  .superRefine((settings, context) => {
    const names = Object.entries(settings.fields).map(([column, field]) => fieldName(column, field));
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined)
      context.addIssue({ code: 'custom', path: ['fields'], message: `two of them have the name "${twice}"` });
    const kinds = new Map(
      Object.entries(settings.fields).map(([column, field]) => [fieldName(column, field), field.kind]),
    );
    for (const [number, rule] of (settings.blocking ?? []).entries()) {
      for (const text of rule) {
        const message = blockingFault(text, kinds);
        if (message !== null) context.addIssue({ code: 'custom', path: ['blocking', number], message });
      }
    }
  });

/** What a text of a blocking rule names: a field, with one of its keys or, when `key` is null, all; null for no field. */
export function blockingPart(
  text: string,
  fields: readonly string[],
): { readonly field: string; readonly key: string | null } | null {
  // A column may have a colon in its name.
  if (fields.includes(text)) return { field: text, key: null };
  const colon = text.lastIndexOf(':');
  const field = text.slice(0, Math.max(0, colon));
  return fields.includes(field) ? { field, key: text.slice(colon + 1).trim() } : null;
}

function blockingFault(text: string, kinds: ReadonlyMap<string, ComparisonKind>): string | null {
  const part = blockingPart(text, [...kinds.keys()]);
  const fields = [...kinds.keys()];
  if (part === null) return `"${text}" is not one of the fields ${fields.join(', ')}${didYouMean(text, fields)}`;
  const keys = blockingKeyNames(kinds.get(part.field) ?? 'exact');
  if (part.key === null || keys.includes(part.key)) return null;
  return `"${part.key}" is no key of the field "${part.field}"; it has ${keys.join(', ')}${didYouMean(part.key, keys)}`;
}

/** What `link` does, as its settings say it. */
export type LinkageSettings = z.infer<typeof settingsSchema>;
/** The same with everything left out that has a default. */
export type LinkageSettingsInput = z.input<typeof settingsSchema>;

export type SettingsOutcome =
  | { readonly ok: true; readonly settings: LinkageSettings }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Checks settings and fills in the defaults; all faults are found at once, a sentence each. */
export function readSettings(value: unknown): SettingsOutcome {
  const outcome = settingsSchema.safeParse(value);
  if (outcome.success) return { ok: true, settings: outcome.data };
  return { ok: false, faults: settingsFaults(value, outcome.error.issues) };
}
