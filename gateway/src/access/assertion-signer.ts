import { createPrivateKey, hash, randomUUID, sign, type KeyObject } from 'node:crypto';
import type { AssertionKey } from './assertion-key.js';
import type { FetchTemplate } from '../subgraph/fetch-template.js';
import type { Member } from '../identity/member.js';

/** The header that carries the assertion to a subgraph. */
export const ASSERTION_HEADER = 'birlik-assertion';

const LIFETIME_SECONDS = 30;

/** What a subgraph is told about a request beside its body. */
export interface AssertionSubject {
  readonly viewer: Member | null;
  /** What the client says it needs the data for. */
  readonly purpose: string | null;
  /** The name of the client's operation. */
  readonly operation: string | null;
  /** The id of the client's request; the client may have chosen it. */
  readonly request: string;
  /** The gateway's own id of the operation, a UUIDv7. */
  readonly operationId: string;
}

/** Makes a new assertion, good for one use by the subgraph of a fetch, with one body, within half a minute. */
export type Assert = (fetch: Pick<FetchTemplate, 'service' | 'reads'>, body: string) => string;

/**
 * Signs what a subgraph may believe about one request: who asks, for what, and which body it is about. It signs on the
 * event loop: a signature takes less time than handing it to another thread and back.
 */
export class AssertionSigner {
  readonly #key: KeyObject;
  readonly #header: string;

  constructor({ kty, crv, x, d, kid }: AssertionKey) {
    this.#key = createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' });
    this.#header = base64url(JSON.stringify({ alg: 'EdDSA', kid, typ: 'birlik-assertion+jwt' }));
  }

  /** Makes assertions about all requests to subgraphs for one request of a client. */
  about(about: AssertionSubject): Assert {
    const subject = JSON.stringify({ iss: 'birlik-gateway', ...about }).slice(0, -1);
    return ({ service, reads }, body) => {
      const iat = Math.floor(Date.now() / 1_000);
      const aud = JSON.stringify(service);
      const read = reads === null ? '' : `,"reads":${reads}`;
      const digest = hash('sha256', body, 'base64url');
      const claims = `${subject}${read},"aud":${aud},"iat":${iat},"exp":${iat + LIFETIME_SECONDS},"jti":"${randomUUID()}","bdg":"${digest}"}`;
      const signed = `${this.#header}.${base64url(claims)}`;
      return `${signed}.${sign(null, Buffer.from(signed), this.#key).toString('base64url')}`;
    };
  }
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}
