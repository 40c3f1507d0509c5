import { Agent, request } from 'undici';
import { SupergraphError } from '../errors/supergraph-error.js';
import type { SupergraphSource } from './supergraph-source.js';

/** How an address is asked. */
export interface UrlSourceOptions {
  readonly token: string | null;
  /** For the whole exchange. */
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
}

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * A supergraph at an http address. It is asked with the validators of the last answer, so an unchanged one costs a 304.
 * Redirects are not followed: the token is meant for this address only.
 */
export function urlSource(url: string, options: UrlSourceOptions): SupergraphSource {
  const { token, timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES } = options;
  const { origin, pathname } = new URL(url);
  const name = origin + pathname;
  let validators: Readonly<Record<string, string>> = {};

  const unreadable = (reason: string, cause?: unknown) =>
    new SupergraphError(`The supergraph cannot be read: ${name} ${reason}.`, { cause });

  const ask = async (fresh: boolean): Promise<string | null> => {
    // The connection would be idle until the next poll; a fresh one never breaks in between.
    const dispatcher = new Agent({ pipelining: 0 });
    try {
      const { statusCode, headers, body } = await request(url, {
        dispatcher,
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          accept: 'application/graphql, text/plain;q=0.9, */*;q=0.1',
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(fresh ? {} : validators),
        },
      });
      if (statusCode === 304 && !fresh) return null;
      if (statusCode !== 200) throw unreadable(`answered with status ${statusCode}`);
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of body as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > maxBytes) throw unreadable(`answered more than ${maxBytes} bytes`);
        chunks.push(chunk);
      }
      const text = Buffer.concat(chunks, size).toString('utf8');
      const { etag, 'last-modified': lastModified } = headers;
      validators = {
        ...(typeof etag === 'string' ? { 'if-none-match': etag } : {}),
        ...(typeof lastModified === 'string' ? { 'if-modified-since': lastModified } : {}),
      };
      return text;
    } finally {
      await dispatcher.destroy();
    }
  };

  return {
    name,
    read: async (fresh) => {
      try {
        return await ask(fresh);
      } catch (error) {
        if (error instanceof SupergraphError) throw error;
        throw unreadable(reasonOf(error), error);
      }
    },
    // An address reports nothing by itself.
    watch: () => () => undefined,
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'cannot be reached';
  if (error.name === 'TimeoutError') return 'did not answer in time';
  const { code } = error as NodeJS.ErrnoException;
  return `cannot be reached (${typeof code === 'string' ? code : error.name})`;
}
