import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What organisations of a kind have to keep of people who left, and read for the purpose `retention` alone. */
const retention = z.strictObject({
  kind: z.string().min(1),
  /** How many years after the end of the tie. */
  years: z.int().positive(),
  /** Why, for the person to read. */
  reason: z.strictObject({ az: z.string(), en: z.string(), ru: z.string(), tr: z.string() }),
});

const row = z
  .strictObject({
    /** The value of the enum `GrantCategory`, such as `STUDY`. */
    name: z.string().regex(/^[A-Z][A-Z_]*[A-Z]$/),
    /** The member that holds the data: the audience of its grants, which are signed with the key of that member. */
    owner: z.string().min(1),
    /**
     * The field of `Volunteer` and `DataExport` that brings the decision to the owner; null for the registry, which decides
     * and needs none.
     */
    grantField: z
      .string()
      .regex(/^[a-z][A-Za-z]*Grant$/)
      .nullable(),
    /** The kinds of organisations that read it by a tie with the person; `*` for every kind. */
    holders: z.array(z.string().min(1)),
    /** Who keeps it after a tie has ended, each kind once. @default nobody */
    retention: z.array(retention).optional(),
    /** Whether an emergency opens it. @default false */
    opensInEmergency: z.boolean().optional(),
    /** What it is, for people. */
    description: z.string().min(1),
  })
  .transform((one) => ({ ...one, code: one.name.toLowerCase() }));

/** A category of personal data: what a consent covers and a grant opens. `code` is its name in columns and logs. */
export type PersonalCategory = Readonly<z.infer<typeof row>>;

/** The name of a category in columns and logs, such as `study`. */
export type CategoryCode = string;

/** @throws Error for a table that is not one */
export function readPersonalCategories(text: string): readonly PersonalCategory[] {
  const rows = z.array(row).min(1).parse(JSON.parse(text));
  for (const column of ['name', 'grantField'] as const) {
    const values = rows.map((one) => one[column]).filter((value) => value !== null);
    const twice = values.find((value, index) => values.indexOf(value) !== index);
    if (twice !== undefined) throw new Error(`Two personal categories have the ${column} ${twice}.`);
  }
  return rows;
}

/** The categories of the federation, in the order in which the graph names them. */
export const personalCategories: readonly PersonalCategory[] = readPersonalCategories(
  readFileSync(new URL('../../personal-categories.json', import.meta.url), 'utf8'),
);

/**
 * Refuses a member that asks for grants of another category than its own, which would never come.
 *
 * @throws Error naming the member and both fields
 */
export function assertGrantField(
  { member, grantField }: { readonly member: string; readonly grantField: string | null },
  categories: readonly PersonalCategory[] = personalCategories,
): void {
  const own = categories.filter(({ owner }) => owner === member).map((category) => category.grantField);
  if (own.length === 0 ? grantField === null : own.includes(grantField)) return;
  throw new Error(
    `${member} declares the grant field ${grantField}, and the table of personal categories has ${own.join(', ') || 'none'} for it.`,
  );
}
