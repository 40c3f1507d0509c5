/** What a signed head of the log says. */
export interface SignedHead {
  /** How many leaves the log has. */
  readonly size: number;
  /** In hexadecimal digits. */
  readonly root: string;
  readonly signedAt: string;
}

/** A head as a member keeps it. */
export interface KeptHead extends SignedHead {
  readonly member: string;
  /** Whether it agrees with every head that the member had before. */
  readonly isConsistent: boolean;
  readonly isCountersigned: boolean;
  readonly keptAt: string;
}

/**
 * Reads what a head says; its signature is for the verification of an export. Null for what is no head.
 *
 * @param jws compact, as the registry signs it
 */
export function readHead(jws: string): SignedHead | null {
  const payload = parse(fromBase64Url(jws.split('.')[1] ?? ''));
  const { size, root, iat } = payload;
  if (typeof size !== 'number' || typeof root !== 'string' || typeof iat !== 'number') return null;
  return { size, root, signedAt: new Date(iat * 1000).toISOString() };
}

/** Reads a line of a member’s list of heads; null for what is no such line. */
export function readKeptHead(line: string): KeptHead | null {
  const { member, head, consistent, countersignature, keptAt } = parse(line);
  const signed = typeof head === 'string' ? readHead(head) : null;
  if (signed === null || typeof member !== 'string' || typeof keptAt !== 'string') return null;
  const moment = new Date(keptAt.replace(' ', 'T').replace(/\+00$/, 'Z'));
  return {
    ...signed,
    member,
    isConsistent: consistent === true,
    isCountersigned: typeof countersignature === 'string',
    keptAt: Number.isNaN(moment.getTime()) ? signed.signedAt : moment.toISOString(),
  };
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function fromBase64Url(text: string): string {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}
