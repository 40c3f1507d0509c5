import { z } from 'zod';

/** The public half of a member's Ed25519 key, as a JWK. */
const wordKeySchema = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().min(1),
  kid: z.string().min(1).exactOptional(),
});

/** The section `words` of the configuration: what members allow each other to take, and the keys that prove it. */
export const wordsSchema = z
  .strictObject({
    /** By the name of the subgraph. */
    keys: z.record(z.string(), wordKeySchema).default({}),
    /** Compact JWTs, signed by the member that gives something. */
    words: z.array(z.string()).default([]),
  })
  .prefault({});

export type WordsConfig = z.output<typeof wordsSchema>;
