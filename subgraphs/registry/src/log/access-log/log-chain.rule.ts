import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The type of the statements that sign the end of a chain. */
export const headType = 'access-log-head+jwt';

/** The chain of what people read for themselves, for no organisation. */
export const personsChain = '00000000-0000-0000-0000-000000000000';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const sequence = z.number().int().positive();

/** What a signed head says: that the chain's row of this number has this hash. */
export const headClaims = z.object({ sub: z.guid(), sequence, hash });
export type HeadClaims = z.infer<typeof headClaims>;

/** The first line of an export. */
export const exportHeading = z.strictObject({
  format: z.literal('birlik-access-log'),
  version: z.literal(1),
  chain: z.guid(),
});
export type ExportHeading = z.infer<typeof exportHeading>;

/** A row of the log; which members it has is the business of whoever signs it, as long as a hash can cover them. */
const logRecord = z
  .record(z.string(), z.union([z.string(), z.boolean(), z.null(), z.array(z.string())]))
  .and(z.object({ id: z.uuid(), organization: z.guid().nullable() }));
export type LogRecord = z.infer<typeof logRecord>;

/** Any other line of an export: a row in its place in the chain, or the head of the chain up to here. */
export const exportLine = z.union([
  z.strictObject({ sequence, hash, record: logRecord }),
  z.strictObject({ head: z.string() }),
]);
export type ExportLine = z.infer<typeof exportLine>;

/** The hash before the first row. */
export const genesis = '0'.repeat(64);

/** The hash of a row: SHA-256 over the hash before it and the row's JSON as RFC 8785 writes it. */
export function rowHash(previous: string, record: LogRecord): string {
  // Names in order, no spaces; a row has no numbers and nothing nested but lists of texts.
  const text = JSON.stringify(record, Object.keys(record).toSorted());
  return createHash('sha256').update(Buffer.from(previous, 'hex')).update(text).digest('hex');
}
