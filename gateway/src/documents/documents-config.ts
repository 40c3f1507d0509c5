import { z } from 'zod';
import { count, onOff } from '../options/value-forms.js';

const text = z.string().min(1);

/** Which documents may run, and under which names. */
export const documentsSchema = z
  .strictObject({
    /** A manifest of trusted documents or several, such as one for each application; read at the start. */
    manifest: z
      .union([text, z.array(text).min(1)])
      .nullable()
      .default(null),
    /** Whether nothing but the documents of the manifest may run. */
    required: onOff(false),
    /**
     * Who may run others all the same: clients as their issuers call them, such as a member's own systems, whose documents are in their
     * programs and in no browser.
     */
    freeFor: z.array(z.strictObject({ issuer: text, client: text })).default([]),
    /** Whether clients may register documents by their hash (automatic persisted queries). */
    automatic: onOff(false),
    /** The memory for documents that clients registered. */
    automaticBytes: count(8 * 1024 * 1024, 1_024),
  })
  .refine(({ manifest, required }) => !required || manifest !== null, {
    path: ['required'],
    error: 'needs a manifest',
  })
  .refine(({ automatic, required }) => !required || !automatic, {
    path: ['automatic'],
    error: 'is not possible when trusted documents are required',
  })
  .prefault({});

export type DocumentsConfig = z.output<typeof documentsSchema>;
