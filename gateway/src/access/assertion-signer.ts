import { createHmac, createPrivateKey, hash, randomBytes, sign, type KeyObject } from 'node:crypto';
import type { AgreementKey, AssertionKey } from './assertion-key.js';
import type { FetchTemplate } from '../subgraph/fetch-template.js';
import type { Claims, Standing } from '../identity/member.js';
import type { Viewer } from '../identity/viewer.js';
import { ASSERTION_TYPE, KEY_SHARE_HEADER, KeyAgreement } from './key-agreement.js';

/** The header that carries the assertion to a subgraph. */
export const ASSERTION_HEADER = 'birlik-assertion';

const LIFETIME_SECONDS = 30;

// An id has to differ from all others and may be guessed, as nobody else can prove an assertion with it.
const ID_PREFIX = randomBytes(16).toString('base64url');
let made = 0;

/** What subgraphs are told of a viewer. */
export type AssertedViewer = Viewer & Pick<Standing, 'organizationId' | 'volunteerId'>;

/** What a subgraph is told about a request beside its body. */
export interface AssertionSubject {
  readonly viewer: AssertedViewer | null;
  /** What the viewer's token says, for the authority alone, when it is asked who that is. */
  readonly claims?: Claims;
  /** For whom the viewer decides in law, of themself and those whom the operation names, for a subgraph that needs it. */
  readonly decidesFor?: readonly string[];
  /** What the client says it needs the data for. */
  readonly purpose: string | null;
  /** The name of the client's operation. */
  readonly operation: string | null;
  /** The id of the client's request; the client may have chosen it. */
  readonly request: string;
  /** The gateway's own id of the operation, a UUIDv7. */
  readonly operationId: string;
}

/** Makes the headers of a new assertion, good for one use by the subgraph of a fetch, with one body, within half a minute. */
export type Assert = (fetch: Pick<FetchTemplate, 'service' | 'reads'>, body: string) => Record<string, string>;

/**
 * Asserts what a subgraph may believe about one request: who asks, for what, and which body it is about. A subgraph with
 * which the gateway agrees on keys gets a MAC and the share that belongs to it, any other one a signature. All is done on
 * the event loop: it takes less time than handing it to another thread and back.
 */
export class AssertionSigner {
  readonly #key: KeyObject;
  readonly #header: string;
  readonly #agreement: KeyAgreement;
  readonly #clock = new Clock();

  /** @throws Error when a key is none */
  constructor(key: AssertionKey, agreementKeys: Readonly<Record<string, AgreementKey>> = {}) {
    const { kty, crv, x, d, kid } = key;
    this.#key = createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' });
    this.#header = base64url(JSON.stringify({ alg: 'EdDSA', kid, typ: ASSERTION_TYPE }));
    this.#agreement = new KeyAgreement(key, agreementKeys);
  }

  /** Makes assertions about all requests to subgraphs for one request of a client. */
  about(about: AssertionSubject): Assert {
    const subject = wholeBytes(JSON.stringify({ iss: 'birlik-gateway', ...about }).slice(0, -1));
    return (fetch, body) => {
      const { service } = fetch;
      const claims = subject + partOfFetch(fetch) + this.#clock.part() + partOfOne(body);
      const { text, assertionHeader, keys } = this.#agreement.share;
      const key = keys.get(service);
      if (key === undefined) {
        const signed = `${this.#header}.${claims}`;
        const signature = sign(null, Buffer.from(signed), this.#key).toString('base64url');
        return { [ASSERTION_HEADER]: `${signed}.${signature}` };
      }
      const signed = `${assertionHeader}.${claims}`;
      const mac = createHmac('sha256', key).update(signed).digest('base64url');
      return { [ASSERTION_HEADER]: `${signed}.${mac}`, [KEY_SHARE_HEADER]: text };
    };
  }
}

/** The encoded claims that all requests of one second have in common. */
class Clock {
  #second = 0;
  #part = '';

  part(): string {
    const iat = Math.floor(Date.now() / 1_000);
    if (iat !== this.#second) {
      this.#second = iat;
      this.#part = wholeBytes(`,"iat":${iat},"exp":${iat + LIFETIME_SECONDS}`);
    }
    return this.#part;
  }
}

const partsOfFetches = new WeakMap<object, string>();

/** The encoded claims that all requests of one fetch have in common. */
function partOfFetch(fetch: Parameters<Assert>[0]): string {
  const known = partsOfFetches.get(fetch);
  if (known !== undefined) return known;
  const { service, reads } = fetch;
  const part = wholeBytes(`${reads === null ? '' : `,"reads":${reads}`},"aud":${JSON.stringify(service)}`);
  partsOfFetches.set(fetch, part);
  return part;
}

/** The encoded claims of one request alone. */
function partOfOne(body: string): string {
  return base64url(`,"jti":"${ID_PREFIX}-${made++}","bdg":"${hash('sha256', body, 'base64url')}"}`);
}

/** What the answer to a request with these headers must repeat: the proof of its assertion, which no other request has. */
export function assertionProof(headers: Readonly<Record<string, string>>): string | null {
  const assertion = headers[ASSERTION_HEADER];
  return assertion === undefined ? null : assertion.slice(assertion.lastIndexOf('.') + 1);
}

/** The encoded begin of a text, to which the encoded rest can be added: blanks fill it up to a multiple of three bytes. */
function wholeBytes(begin: string): string {
  return base64url(begin + ' '.repeat((3 - (Buffer.byteLength(begin) % 3)) % 3));
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}
