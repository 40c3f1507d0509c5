import { hash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { RequestError } from '../errors/request-error.js';
import { isJsonContentType, MediaType } from './media-type.js';
import { readBody } from './read-body.js';
import { reply, replyRefusal } from './reply.js';
import { entityTag } from '../sharing/compile/entity-tags.js';
import { CacheUnavailable, type CacheStore, type Selector } from '../sharing/cache/cache-store.js';
import { explain } from '../errors/messages.js';

const MAX_BODY_BYTES = 64 * 1024;
const name = z.string().min(1).max(256);

const bodySchema = z
  .strictObject({
    service: name.optional(),
    tags: z.array(name).min(1).max(100).optional(),
    type: name.optional(),
    key: z.record(z.string(), z.json()).optional(),
  })
  .refine(({ service, tags, type }) => service !== undefined || tags !== undefined || type !== undefined)
  .refine(({ type, key }) => key === undefined || type !== undefined);

/** Answers `POST /cache/invalidate`. Never rejects. */
export type InvalidationHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Serves invalidations to those who know the secret. What a request names must hold together, one of the tags is enough:
 * `{"service": "union", "type": "Event"}` forgets what the service "union" answered with an `Event` in it.
 */
export function createInvalidationHandler(store: CacheStore, secret: string): InvalidationHandler {
  return async (request, response) => {
    try {
      if (request.method !== 'POST') {
        throw new RequestError('METHOD_NOT_ALLOWED', explain('invalidations-by-post'));
      }
      if (!knowsSecret(request.headers.authorization, secret)) {
        throw new RequestError('UNAUTHENTICATED', explain('secret-wrong'));
      }
      if (!isJsonContentType(request.headers['content-type'])) {
        throw new RequestError('UNSUPPORTED_MEDIA_TYPE', explain('body-must-be-json'));
      }
      const invalidated = await store.invalidate(selectorsOf(await readBody(request, MAX_BODY_BYTES)));
      reply(response, 200, MediaType.json, JSON.stringify({ invalidated }));
    } catch (error) {
      const headers = request.method === 'POST' ? {} : { allow: 'POST' };
      replyRefusal(response, refusalOf(error), MediaType.json, headers);
    }
  };
}

function refusalOf(error: unknown): RequestError {
  if (error instanceof RequestError) return error;
  return error instanceof CacheUnavailable
    ? new RequestError('UPSTREAM_UNAVAILABLE', explain('cache-unavailable'), { cause: error })
    : new RequestError('INTERNAL_SERVER_ERROR', explain('invalidation-failed'));
}

/** Digests have one length, so the comparison tells nothing about the secret. */
function knowsSecret(authorization: string | undefined, secret: string): boolean {
  const given = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', secret, 'buffer'));
}

function selectorsOf(text: string): Selector[] {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = null;
  }
  const { success, data } = bodySchema.safeParse(body);
  if (!success) {
    throw new RequestError('BAD_REQUEST', explain('selectors-missing'));
  }
  const { service, tags, type, key } = data;
  const named = [
    ...(type === undefined ? [] : [key === undefined ? `type:${type}` : entityTag(type, key)]),
    ...(service === undefined ? [] : [`service:${service}`]),
  ];
  return (tags ?? [null]).flatMap((tag): Selector[] => {
    const [first, ...rest] = tag === null ? named : [`tag:${tag}`, ...named];
    return first === undefined ? [] : [[first, ...rest]];
  });
}
