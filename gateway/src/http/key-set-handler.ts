import { RequestError } from '../errors/request-error.js';
import type { ServePath } from './http-server.js';
import { MediaType } from './media-type.js';
import { reply, replyRefusal } from './reply.js';
import { explain } from '../errors/messages.js';

/** Where subgraphs read the gateway's public keys. */
export const KEY_SET_PATH = '/.well-known/jwks.json';

/** For so long whatever stands between may keep the keys. */
const MAX_AGE_SECONDS = 60;

/** Serves the gateway's public keys (RFC 7517). They are the same for everybody, so they may be kept on the way. */
export function createKeySetHandler(keySet: string): ServePath {
  const headers = { 'cache-control': `public, max-age=${MAX_AGE_SECONDS}` };
  return (path, request, response) => {
    if (path !== KEY_SET_PATH) return false;
    if (request.method === 'GET' || request.method === 'HEAD') {
      reply(response, 200, 'application/jwk-set+json', keySet, headers);
    } else {
      const error = new RequestError('METHOD_NOT_ALLOWED', explain('keys-by-get'));
      replyRefusal(response, error, MediaType.json, { allow: 'GET, HEAD' });
    }
    return true;
  };
}
