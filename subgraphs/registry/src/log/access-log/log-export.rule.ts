import { z } from 'zod';

/**
 * The first line of an export: whose rows it shows; null where it shows all. One for a member shows of what was granted in the
 * member's categories as much as the member knows of it.
 */
export const exportHeading = z.strictObject({
  format: z.literal('birlik-access-log'),
  version: z.literal(2),
  reader: z.guid().nullable(),
  member: z.string().optional(),
});
export type ExportHeading = z.infer<typeof exportHeading>;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const value = z.union([z.string(), z.boolean(), z.number(), z.array(z.string()).readonly()]);
const leaf = z.record(z.string(), z.union([hash, z.tuple([z.string(), value]).readonly()])).readonly();

const bundled = z.strictObject({ slot: z.number().int().nonnegative(), path: z.array(hash).readonly(), leaf });

/**
 * Any other line: a row in its place in the tree, with what it shows, or with those that it shows of a bundle, or with its hash
 * alone; or the head up to here.
 */
export const exportLine = z.union([
  z.strictObject({
    row: z.number().int().positive(),
    hash,
    leaf: leaf.optional(),
    bundle: z.array(bundled).readonly().optional(),
  }),
  z.strictObject({ head: z.string() }),
]);
export type ExportLine = z.infer<typeof exportLine>;
