/** A public key of the office, as the graph gives it. */
export interface OfficeKey {
  readonly kid: string;
  /** A JSON Web Key, as text. */
  readonly publicKey: string;
  readonly since: string;
  readonly retiredAt: string | null;
}

/** What a statement says, or why it proves nothing. */
export type Verdict =
  | { readonly kind: 'genuine'; readonly type: string; readonly payload: unknown; readonly signedAt: Date }
  /** It is no signed statement at all, or not a whole one. */
  | { readonly kind: 'unreadable' }
  /** The office never had the key that it names. */
  | { readonly kind: 'unknown-key' }
  /** The signature is not that of these words: something was changed. */
  | { readonly kind: 'changed' }
  /** It is dated when its key did not sign yet or no longer. */
  | { readonly kind: 'out-of-time' };

/** How far the clocks of a signer and of the register of keys may be apart. */
const leeway = 60_000;

/** Verifies a compact JWS with the keys of the office, here in the browser: the statement is sent nowhere. */
export async function verifyStatement(text: string, keys: readonly OfficeKey[]): Promise<Verdict> {
  const [header = '', payload = '', signature = '', ...rest] = text.trim().split('.');
  const head = readPart(header);
  const body = readPart(payload);
  const signed = bytesOf(signature);
  if (rest.length > 0 || head === null || body === null || signed === null || head['alg'] !== 'EdDSA') {
    return { kind: 'unreadable' };
  }
  const key = keys.find(({ kid }) => kid === head['kid']);
  if (key === undefined) return { kind: 'unknown-key' };
  const algorithm = 'Ed25519';
  const jwk = JSON.parse(key.publicKey) as JsonWebKey;
  const { kty, crv, x } = jwk;
  const publicKey = await crypto.subtle.importKey('jwk', { kty, crv, x } as JsonWebKey, algorithm, false, ['verify']);
  const words = new TextEncoder().encode(`${header}.${payload}`);
  if (!(await crypto.subtle.verify(algorithm, publicKey, signed, words))) return { kind: 'changed' };
  const issuedAt = typeof body['iat'] === 'number' ? body['iat'] * 1000 : 0;
  if (!signedInTime(issuedAt, key)) return { kind: 'out-of-time' };
  return { kind: 'genuine', type: String(head['typ']), payload: body, signedAt: new Date(issuedAt) };
}

function signedInTime(issuedAt: number, { since, retiredAt }: OfficeKey): boolean {
  const isTooEarly = issuedAt < Date.parse(since) - leeway;
  return !isTooEarly && (retiredAt === null || issuedAt <= Date.parse(retiredAt) + leeway);
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]+$/.test(base64url)) return null;
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.codePointAt(0) ?? 0);
}

function readPart(base64url: string): Record<string, unknown> | null {
  const bytes = bytesOf(base64url);
  if (bytes === null) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
