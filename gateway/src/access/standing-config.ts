import { z } from 'zod';
import { milliseconds } from '../config/value-forms.js';

/** The section `standing`: whether organisations may still act, as one of the subgraphs knows it. */
export const standingSchema = z
  .strictObject({
    /** The subgraph that knows. It alone is told of an organisation that may not act, since it decides for itself. */
    authority: z.string().min(1),
    /** A query with the variable `$organization`; its only value is `true` for an organisation that may act. */
    document: z.string().min(1),
    /** An answer counts for this long. */
    freshMs: milliseconds(30_000),
    /** For one question. */
    timeoutMs: milliseconds(2_000),
    /** While the authority does not answer, its last word counts for this long. */
    staleMs: milliseconds(3_600_000),
  })
  .nullable()
  .default(null);

export type StandingConfig = NonNullable<z.output<typeof standingSchema>>;
