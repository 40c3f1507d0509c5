import type { ClientError } from '../errors/client-error.js';

const UUIDS = /[\da-f]{8}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{12}/gi;

/** An error without the ids that a subgraph may have written into its message or its extensions. */
export function withoutIds({ message, extensions, ...rest }: ClientError): ClientError {
  return {
    ...rest,
    message: typeof message === 'string' ? clean(message) : message,
    extensions: cleanDeep(extensions) as ClientError['extensions'],
  };
}

function clean(text: string): string {
  return text.replaceAll(UUIDS, '[id]');
}

/** What extensions hold is JSON of a limited depth. */
function cleanDeep(value: unknown): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map(cleanDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [clean(key), cleanDeep(below)]));
}
