import type { MediaType } from './media-type.js';

const mostLetters = 120;

/** What no name of a file has: what leads into folders, is no letter, or turns the direction of writing. */
const unwanted = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029<>:"|?*]/gu;

/**
 * The name under which a file is kept and given back: its own without a path, in the letters that it has, with an ending of its
 * type.
 *
 * @returns null for a name of which nothing is left
 */
export function fileNameOf(given: string, { extensions }: MediaType): string | null {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replaceAll(unwanted, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const [, stem = '', ending = ''] = /^(.*?)(?:\.([^.]*))?$/.exec(clean) ?? [];
  const isKnown = extensions.includes(ending.toLowerCase());
  const [extension = ''] = isKnown ? [ending] : extensions;
  const letters = [...(isKnown ? stem : clean)].slice(0, mostLetters).join('').trim();
  return letters === '' ? null : `${letters}.${extension}`;
}
