/** The two ways in which a GraphQL answer is written. */
export const MediaType = { json: 'application/json', graphql: 'application/graphql-response+json' } as const;

export type MediaType = (typeof MediaType)[keyof typeof MediaType];

/**
 * Chooses how to answer. Without a header or for any type it is `application/json`; null when the client takes neither.
 */
export function negotiate(accept: string | undefined): MediaType | null {
  if (accept === undefined || accept === MediaType.json || accept.trim() === '') return MediaType.json;
  let best: { type: MediaType; quality: number } | null = null;
  for (const range of accept.split(',')) {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const type = RANGES.get(name);
    const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
    if (type === undefined || (charset !== undefined && !isUtf8(charset))) continue;
    const given = parameters.find((parameter) => parameter.startsWith('q='))?.slice('q='.length);
    const quality = given === undefined ? 1 : Number(given);
    if (quality > 0 && (best === null || quality > best.quality)) best = { type, quality };
  }
  return best?.type ?? null;
}

/**
 * Whether nothing but what clients of GraphQL ask for is asked for: JSON, events, parts, or any type. A browser's links, forms
 * and images ask for types of their own.
 */
export function asksOnlyForJson(accept: string | undefined): boolean {
  if (accept === undefined) return true;
  return accept.split(',').every((range) => {
    const name = (range.split(';', 1)[0] ?? '').trim().toLowerCase();
    return RANGES.has(name) || OTHERS_OF_CLIENTS.has(name);
  });
}

/** What clients list beside what they get; no link, form, image or script asks for it. */
const OTHERS_OF_CLIENTS = new Set(['application/graphql+json', 'text/event-stream', 'multipart/mixed']);

const RANGES: ReadonlyMap<string, MediaType> = new Map([
  ['*/*', MediaType.json],
  ['application/*', MediaType.json],
  ['application/json', MediaType.json],
  ['application/graphql-response+json', MediaType.graphql],
]);

/** Whether a content type is JSON in UTF-8, the only one that a body may have. */
export function isJsonContentType(contentType: string | undefined): boolean {
  if (contentType === MediaType.json) return true;
  const [name = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  if (name !== 'application/json') return false;
  return parameters.every((parameter) => !parameter.startsWith('charset=') || isUtf8(parameter.slice(8)));
}

function isUtf8(charset: string): boolean {
  return ['utf-8', 'utf8', '"utf-8"', '"utf8"'].includes(charset);
}
