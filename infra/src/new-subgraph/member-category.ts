import { OperatorError } from '../operator-error.js';

/** The personal category that a new member owns. */
export interface MemberCategory {
  /** In the graph: `HEALTH`. */
  readonly name: string;
  /** The field with the registry's decision on it: `healthGrant`. */
  readonly grantField: string;
}

const usage = 'Usage: npm run new:subgraph -- NAME --category CATEGORY, with a category in capitals such as HEALTH.';
const option = '--category';

/**
 * Takes the category out of the command's arguments.
 *
 * @throws OperatorError for one that no category can be called
 */
export function readMemberCategory(args: readonly string[]): {
  readonly category: MemberCategory | null;
  readonly others: readonly string[];
} {
  const at = args.indexOf(option);
  if (at === -1) return { category: null, others: args };
  const name = args[at + 1] ?? '';
  if (!/^[A-Z]+(_[A-Z]+)*$/.test(name) || name.length < 2 || name.length > 30) {
    throw new OperatorError(`"${name}" is no name of a category.`, { cure: usage });
  }
  const camel = name.toLowerCase().replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return { category: { name, grantField: `${camel}Grant` }, others: args.toSpliced(at, 2) };
}

interface Row {
  readonly name: string;
  readonly grantField: string | null;
}

/**
 * The text of `personal-categories.json` with one category more.
 *
 * @throws OperatorError when there is one of that name already
 */
export function withCategory(text: string, category: MemberCategory, owner: { kebab: string; words: string }): string {
  const rows = JSON.parse(text) as readonly Row[];
  const { name, grantField } = category;
  if (rows.some((row) => row.name === name || row.grantField === grantField)) {
    throw new OperatorError(`The category ${name} is there already.`, { cure: usage });
  }
  const row = { name, owner: owner.kebab, grantField, holders: [], description: `Records, held by ${owner.words}.` };
  return `${JSON.stringify([...rows, row], null, 2)}\n`;
}

/** The purpose for which a new category may be read, until the federation's members agree on more. */
const firstPurpose = 'placement';

interface PurposeRow {
  readonly code: string;
  readonly opens: readonly string[];
}

/**
 * The text of `purposes.json` with the category opened by one purpose: one that none opens could be consented to for
 * nothing.
 *
 * @throws Error when there is no such purpose
 */
export function withOpened(text: string, category: MemberCategory): string {
  const rows = JSON.parse(text) as readonly PurposeRow[];
  if (!rows.some((row) => row.code === firstPurpose)) throw new Error(`There is no purpose "${firstPurpose}".`);
  const extended = rows.map((row) =>
    row.code === firstPurpose ? { ...row, opens: [...row.opens, category.name] } : row,
  );
  return `${JSON.stringify(extended, null, 2)}\n`;
}
