import { z } from 'zod';
import { issuerClaims } from './issuer.entity.js';

/** The issuers that a process is configured with, as its variable has them. */
export const issuerSettings = z.array(
  z.strictObject({
    /** As the `iss` of its tokens has it. */
    issuer: z.url({ protocol: /^https?$/ }),
    /** The claims of its tokens that count. */
    claims: z.array(z.enum(issuerClaims)).default([]),
    /** Whether it may name an organisation that has no issuer of its own. */
    anyOrganization: z.boolean().default(false),
    /** Whether its subjects make themselves an account. */
    signsUp: z.boolean().default(false),
  }),
);

export type IssuerSetting = z.output<typeof issuerSettings>[number];
