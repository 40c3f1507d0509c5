import { z } from 'zod';
import { count, milliseconds } from '../options/value-forms.js';

/** The section about files that clients send to subgraphs and get from them. */
export const filesSchema = z
  .strictObject({
    /** The subgraphs whose files are passed on, `*` for all. */
    passedFor: z.array(z.string().min(1)).default([]),
    /** The largest file that is passed on to a subgraph. */
    maxBytes: count(64 * 1024 * 1024),
    /** How many files are passed on at the same time. */
    maxTransfers: count(64),
    /** For how long nothing may move of a file. */
    idleMs: milliseconds(30_000),
    /** The whole of a transfer. */
    transferMs: milliseconds(15 * 60_000),
  })
  .prefault({});

export type FilesConfig = z.output<typeof filesSchema>;
