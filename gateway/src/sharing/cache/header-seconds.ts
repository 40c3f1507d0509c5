import type { AnswerCaching } from '../../subgraph/subgraph-request.js';

/** What the header `cache-control` of an answer allows. */
export interface HeaderVerdict {
  /** Whether the header itself says that everybody may have the answer. */
  readonly isPublic: boolean;
  /** The most that the header allows; 0: the answer must not be cached. Infinity: it says nothing. */
  readonly seconds: number;
}

/** Reads the header. What cannot be read forbids caching the answer. */
export function readHeader(caching: AnswerCaching | undefined): HeaderVerdict {
  const text = caching?.cacheControl ?? null;
  if (text === null) return { isPublic: false, seconds: Infinity };
  const directives = new Map<string, string>();
  for (const part of text.toLowerCase().split(',')) {
    const [name = '', value = ''] = part.split('=', 2).map((piece) => piece.trim());
    directives.set(name, value.replaceAll('"', ''));
  }
  const age = directives.get('s-maxage') ?? directives.get('max-age');
  const seconds = age === undefined ? Infinity : /^\d{1,10}$/.test(age) ? Number(age) : 0;
  const isForbidden = ['no-store', 'no-cache', 'private'].some((name) => directives.has(name));
  const isPublic = directives.has('public') && Number.isFinite(seconds);
  return isForbidden ? { isPublic: false, seconds: 0 } : { isPublic, seconds };
}

/** The tags of the header `cache-tag`, at most 64 of at most 128 characters each. */
export function readTags(caching: AnswerCaching | undefined): string[] {
  const tags = (caching?.cacheTag ?? '').split(',').map((tag) => tag.trim());
  return tags.filter((tag) => tag !== '' && tag.length <= 128).slice(0, 64);
}
