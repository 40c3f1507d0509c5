import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { personalCategories, type PersonalCategory } from '../personal-category/personal-category.js';

const text = z.strictObject({
  az: z.string().min(1),
  en: z.string().min(1),
  ru: z.string().min(1),
  tr: z.string().min(1),
});

const row = z.strictObject({
  /** What an operation states, such as `recruitment`. */
  code: z.string().regex(/^[a-z][a-z-]*[a-z]$/),
  name: text,
  /** What the purpose allows, for people. */
  legalText: text,
  /** The categories, by their names, that may be read for it at all; none for a purpose that needs nobody's data. */
  opens: z.array(z.string()),
  /** The kinds of organisations that may state it, unless the office decides otherwise for one of them. */
  kinds: z.array(z.string().min(1)).min(1),
  /** The roles in which somebody may state it for such an organisation. */
  roles: z.array(z.string().min(1)).min(1),
  /** Whether it may be stated only while the organisation has an open safeguarding case. */
  needsCase: z.boolean(),
  /** For how many days a read for it is not shown to the person; null when it is shown at once. */
  disclosureDelayDays: z.int().positive().nullable(),
});

/** A purpose for which an organisation may read: who may state it, and what it opens. */
export type Purpose = Readonly<z.infer<typeof row>>;

/** The category without which a person cannot be dealt with: whoever may read anything of them may know who they are. */
const known = 'CONTACT';

/**
 * @throws Error for a table that is not one, or that hides a read without a case
 */
export function readPurposes(
  content: string,
  categories: readonly Pick<PersonalCategory, 'name'>[] = personalCategories,
): readonly Purpose[] {
  const rows = z.array(row).min(1).parse(JSON.parse(content));
  for (const { code, opens, needsCase, disclosureDelayDays } of rows) {
    if (rows.filter((other) => other.code === code).length > 1) throw new Error(`Two purposes have the code ${code}.`);
    const unknown = opens.find((name) => !categories.some((category) => category.name === name));
    if (unknown !== undefined) throw new Error(`The purpose ${code} opens ${unknown}, which is no personal category.`);
    if (opens.length > 0 && !opens.includes(known)) {
      throw new Error(`The purpose ${code} opens something and not ${known}: a list would tell what it may not.`);
    }
    if (disclosureDelayDays !== null && !needsCase) {
      throw new Error(`The purpose ${code} delays disclosure and needs no case.`);
    }
  }
  return rows;
}

/** The closed list of purposes, in the order in which people are shown it. */
export const purposes: readonly Purpose[] = readPurposes(
  readFileSync(new URL('../../purposes.json', import.meta.url), 'utf8'),
);
