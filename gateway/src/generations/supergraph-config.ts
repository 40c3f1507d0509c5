import { z } from 'zod';
import { httpUrl, milliseconds, onOff } from '../options/value-forms.js';

const MAX_WARM = 1_000;

/** What stands in the section about the supergraph on how a new one takes over. */
export const replacementShape = {
  /** The number of most used operations that are planned anew before a new supergraph takes over. */
  warm: z.coerce.number().int().min(0).max(MAX_WARM).default(100),
  /** For running operations of a supergraph that was replaced. */
  drainMs: milliseconds(60_000),
};

/** The section about where the supergraph comes from and how a new one takes over. */
export const supergraphSchema = z
  .strictObject({
    /** A file; the other source is `url`. */
    file: z.string().min(1).optional(),
    /** An http address that is asked for the supergraph. */
    url: httpUrl.optional(),
    /** Sent to `url` as a bearer token. */
    token: z.string().min(1).nullable().default(null),
    /** How often the source is looked at. A watched file needs it only where the system reports no changes. */
    pollMs: milliseconds(10_000),
    /** Whether the source is followed at all; off: it is read at the start and on SIGHUP. */
    watch: onOff(true),
    /** Keeps the supergraph that was served last, for a start without a valid source. */
    lastGoodFile: z.string().min(1).nullable().default(null),
    ...replacementShape,
  })
  .superRefine(({ file, url }, context) => {
    if (file === undefined && url === undefined) {
      context.addIssue('is missing: give a file or an http address with --supergraph or SUPERGRAPH');
    }
    if (file !== undefined && url !== undefined) context.addIssue('has a file and a url: give one of them');
  });

/** Where the supergraph comes from and how a new one takes over. */
export type SupergraphConfig = z.output<typeof supergraphSchema>;
