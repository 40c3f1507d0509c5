import { z } from 'zod';

const keySchema = z.strictObject({
  /** What pseudonyms of this key begin with. */
  kid: z.string().regex(/^[A-Za-z0-9]{1,16}$/, 'needs 1 to 16 letters and digits'),
  /** The base64url text of 32 random bytes or more. */
  key: z.string().regex(/^[\w-]{43,}$/, 'needs the base64url text of 32 bytes or more'),
  /** The only organisation that this key is for; for everybody if unset. */
  organization: z.string().min(1).optional(),
});

/** The section `pairwise`: whether each organisation and each person gets ids of its own. */
export const pairwiseSchema = z
  .strictObject({
    /** The first that applies to a viewer makes pseudonyms, all that apply are understood. Without any, ids stay as they are. */
    keys: z.array(keySchema).max(20).default([]),
  })
  .superRefine(({ keys }, context) => {
    const fail = (message: string) => context.addIssue({ code: 'custom', path: ['keys'], message });
    if (new Set(keys.map(({ kid }) => kid)).size < keys.length) fail('needs a kid of its own for each key');
    if (keys.length > 0 && keys.every(({ organization }) => organization !== undefined)) {
      fail('needs a key without an organisation, for everybody else');
    }
  })
  .prefault({});

export type PairwiseConfig = z.output<typeof pairwiseSchema>;

/** The section without its secrets. */
export function describePairwise({ keys }: PairwiseConfig): object {
  return { keys: keys.map((key) => ({ ...key, key: '[redacted]' })) };
}
