import { headType } from '@birlik/trust/log-head';
import { z } from 'zod';
import { verifyStatement, type VerificationKey } from '../../signing/statement.rule.js';

/** The reader that stands for what people read for themselves. */
export const persons = '00000000-0000-0000-0000-000000000000';

/**
 * What a signed head says: that the tree of so many rows has this root. One that is given to a reader also says how many of
 * the rows are the reader's.
 */
export const headClaims = z.object({
  size: z.number().int().positive(),
  root: z.string().regex(/^[0-9a-f]{64}$/),
  sub: z.guid().optional(),
  rows: z.number().int().nonnegative().optional(),
});
export type HeadClaims = z.infer<typeof headClaims>;

/** What a head says, or null when none of the keys signed it. */
export async function readHead(statement: string, keys: readonly VerificationKey[]): Promise<HeadClaims | null> {
  return headClaims.safeParse(await verifyStatement(statement, { typ: headType, keys })).data ?? null;
}
