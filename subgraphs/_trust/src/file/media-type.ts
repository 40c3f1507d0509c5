import { readFileSync } from 'node:fs';
import { fileTypeFromBuffer } from 'file-type';
import { z } from 'zod';

const row = z.strictObject({
  /** As it is announced and served. */
  name: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
  /** What the first bytes of such a file are, by the words of the library. */
  detected: z.array(z.string().min(1)).min(1),
  /** How the name of such a file ends; the first one is added where it ends otherwise. */
  extensions: z.array(z.string().regex(/^[a-z0-9]+$/)).min(1),
});

/** A type of files that the federation takes. */
export type MediaType = Readonly<z.infer<typeof row>>;

/**
 * The types that anybody may take: those that their first bytes tell from all others and that nobody runs or opens as a page. So
 * no office documents, which are archives like any other, no SVG and no HTML.
 */
export const mediaTypes: ReadonlyMap<string, MediaType> = new Map(
  z
    .array(row)
    .parse(JSON.parse(readFileSync(new URL('../../media-types.json', import.meta.url), 'utf8')))
    .map((type) => [type.name, type]),
);

/** How many of the first bytes of a file say what it is. */
export const tellingBytes = 4_100;

/** How an archive begins; the library would open it. */
const archive = Buffer.from('PK\x03\x04', 'latin1');

/** Whether bytes are the first of a file of a type. */
export async function isOfType(first: Uint8Array, { detected }: MediaType): Promise<boolean> {
  if (archive.equals(first.subarray(0, archive.length))) return false;
  const found = await fileTypeFromBuffer(first.subarray(0, tellingBytes));
  return found !== undefined && detected.includes(found.mime);
}
