import { createHash } from 'node:crypto';
import { leafHash, rootFrom } from '@birlik/trust/merkle';

/** A row of the log as its leaf covers it; which members it has is the business of the database. */
export type LogRecord = Readonly<Record<string, string | boolean | number | readonly string[]>>;

/** A member of a row that is shown, with the salt that proves its value, or else its digest alone. */
export type LeafMember = readonly [salt: string, value: LogRecord[string]] | string;

/** The members of a leaf by their names. */
export type Leaf = Readonly<Record<string, LeafMember>>;

const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The salt of one member of a row, as `access_log_salt` of the database makes it. */
export function saltOf(secret: string, name: string): string {
  return sha256(Buffer.from(secret.replaceAll('-', ''), 'hex'), name)
    .toString('hex')
    .slice(0, 32);
}

const digestOf = (salt: string, value: LogRecord[string]): string =>
  sha256(salt, JSON.stringify(value)).toString('hex');

/** The leaf of a row, of which the members with these names are shown. */
export function leafOf(record: LogRecord, secret: string, shown: ReadonlySet<string>): Leaf {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => {
      const salt = saltOf(secret, name);
      return [name, shown.has(name) ? [salt, value] : digestOf(salt, value)];
    }),
  );
}

/** The text that a leaf is: names in order, digests alone, as `access_log_leaf_text` of the database writes it. */
export function leafText(leaf: Leaf): string {
  const digests = Object.keys(leaf)
    .toSorted()
    .map((name) => [name, typeof leaf[name] === 'string' ? leaf[name] : digestOf(...(leaf[name] ?? ['', '']))]);
  return JSON.stringify(Object.fromEntries(digests));
}

/** The hash of a leaf in the tree. */
export function hashOfLeaf(leaf: Leaf): Buffer {
  return leafHash(leafText(leaf));
}

/** How many slots a bundle has, whatever rows are in it. */
export const slotsOfBundle = 1_024;

/** Where a row of linkage stands in its bundle: its slot, and the hashes that lead from there to the bundle’s root. */
export interface BundlePlace {
  readonly slot: number;
  /** In hexadecimal digits. */
  readonly path: readonly string[];
}

/** The hash in the tree of the bundle in which a leaf stands, as `bundle_access_log` of the database makes it; null for a place that is none. */
export function hashOfBundle(leaf: Leaf, { slot, path }: BundlePlace): Buffer | null {
  const row = { index: slot, hash: hashOfLeaf(leaf) };
  const root = rootFrom(
    row,
    slotsOfBundle,
    path.map((hash) => Buffer.from(hash, 'hex')),
  );
  return root && leafHash(JSON.stringify({ bundle: Buffer.from(root).toString('hex') }));
}

/** What a leaf shows of its row. */
export function shownOf(leaf: Leaf): LogRecord {
  return Object.fromEntries(
    Object.entries(leaf).flatMap(([name, member]) => (typeof member === 'string' ? [] : [[name, member[1]]])),
  );
}

/** What the person sees of a row in `whoViewedMyData`. The purpose is not here: one that is on no list is not shown. */
export const shownToPerson = [
  'decidedAt',
  'bySelf',
  'organization',
  'previewedOrganization',
  'category',
  'basis',
  'refusal',
  'fields',
  'operation',
  'onBehalfOf',
] as const;

/** What is shown to a member of a grant in one of its categories: what it was told with the grant, and when and for what it was given. */
export const shownToOwner = ['id', 'decidedAt', 'category', 'basis', 'request'] as const;

/** What is shown of a row that a person read for themselves, where rows of more than one person stand: not who. */
export const shownOfPersons = [...shownToPerson, 'number'] as const;

/** What the reading organisation sees of a row: no id that others know by another name. */
export const shownToReader = [...shownOfPersons, 'purpose', 'viewer', 'viewerIssuer'] as const;
