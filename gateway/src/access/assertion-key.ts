import { z } from 'zod';

/** A private key with which requests to subgraphs are signed. */
export const assertionKeySchema = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().min(1),
  d: z.string().min(1),
  kid: z.string().min(1),
  alg: z.literal('EdDSA').optional(),
  use: z.literal('sig').optional(),
});

export type AssertionKey = z.infer<typeof assertionKeySchema>;
