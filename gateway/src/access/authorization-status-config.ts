import { z } from 'zod';
import { milliseconds } from '../options/value-forms.js';

/** The section `authorizationStatus`: who a viewer is in the federation, as one of the subgraphs knows it. */
export const authorizationStatusSchema = z
  .strictObject({
    /** The subgraph that knows. It alone is told of an organisation for which a viewer may not act: it decides for itself. */
    authority: z.string().min(1),
    /**
     * A query, asked as somebody of whom only the claims of the token are known. Its only field has `volunteerId`,
     * `organizationId` (both null for none), `roles` and `mayAct`.
     */
    document: z.string().min(1),
    /**
     * A query with the variable `$people: [ID!]!`, asked as the viewer before each mutation that is tagged `legal-capacity`. Its
     * only field has `decidesFor`: for whom the viewer decides, of themself and these people. Null: no mutation is tagged so.
     */
    capacityDocument: z.string().min(1).nullable().default(null),
    /** An answer counts for this long; after half of it, it is asked for again beside its use. */
    freshMs: milliseconds(30_000),
    /** For one question; half of what a fetch has by default, so that an authority that hangs trips its breaker. */
    timeoutMs: milliseconds(5_000),
    /** While the authority does not answer, its last answer counts for this long. */
    staleMs: milliseconds(3_600_000),
  })
  .nullable()
  .default(null);

export type AuthorizationStatusConfig = NonNullable<z.output<typeof authorizationStatusSchema>>;
