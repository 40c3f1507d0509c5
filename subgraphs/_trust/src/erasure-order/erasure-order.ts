import { hkdfSync } from 'node:crypto';
import { EncryptJWT, jwtDecrypt, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { LocalizedText } from '@birlik/kernel/localized';

const orderClaims = z.object({
  id: z.uuid(),
  number: z.int().positive(),
  person: z.uuid(),
  requestedAt: z.iso.datetime(),
});

/** The registry's order to one member to erase what it holds about a person. */
export type ErasureOrder = z.infer<typeof orderClaims>;

const text = z.looseObject({ az: z.string() }) as unknown as z.ZodType<LocalizedText>;

/** What became of the rows of one table. */
export interface TableOutcome {
  readonly name: string;
  readonly erased: number;
  readonly overwritten: number;
  readonly kept: number;
  /** Why rows were kept; null where none was. */
  readonly reason: LocalizedText | null;
  /** The day after which the last kept row may go; null where none was kept, or with no end. */
  readonly keptUntil: string | null;
}

const tableOutcome: z.ZodType<TableOutcome> = z.object({
  name: z.string().max(200),
  erased: z.int().nonnegative(),
  overwritten: z.int().nonnegative(),
  kept: z.int().nonnegative(),
  reason: text.nullable(),
  keptUntil: z.iso.date().nullable(),
});

const stateClaims = z.object({
  /** How many orders the member has carried out. */
  applied: z.int().nonnegative(),
  /** It has carried out all orders up to this number. */
  watermark: z.int().nonnegative(),
});

/** How far a member has come; a restored backup brings an older one back, which is how the loss is noticed. */
export type ErasureState = z.infer<typeof stateClaims>;

const receiptClaims = z.object({ order: z.uuid(), tables: z.array(tableOutcome).max(200), state: stateClaims });

/** A member's answer to one order. */
export type ErasureReceipt = z.infer<typeof receiptClaims>;

/** The member, and the key that it shares with the registry. */
export interface MemberKey {
  readonly member: string;
  readonly key: Uint8Array;
}

const issuer = 'registry';
const orderType = 'birlik-erasure-order+jwt';
const receiptType = 'birlik-erasure-receipt+jwt';
const stateType = 'birlik-erasure-state+jwt';

/** Grants are signed with the shared key itself; orders get a key of their own, since one key serves one algorithm. */
function derive(key: Uint8Array, purpose: 'order' | 'answer'): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, '', `birlik erasure ${purpose}`, 32));
}

/**
 * Encrypts an order for one member: nobody else can read or make it. It has no end, since members keep it to give it back to
 * a registry that has lost it.
 */
export function encryptOrder(order: ErasureOrder, { member, key }: MemberKey): Promise<string> {
  return new EncryptJWT({ ...order })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ: orderType })
    .setIssuer(issuer)
    .setAudience(member)
    .encrypt(derive(key, 'order'));
}

/** The order in a token, or null when it is not one of the registry's for this member. */
export async function decryptOrder(token: string, { member, key }: MemberKey): Promise<ErasureOrder | null> {
  try {
    const { payload } = await jwtDecrypt(token, derive(key, 'order'), {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
      typ: orderType,
      issuer,
      audience: member,
    });
    return orderClaims.parse(payload);
  } catch {
    return null;
  }
}

function sign(claims: object, type: string, { member, key }: MemberKey) {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: type })
    .setIssuer(member)
    .setAudience(issuer)
    .setIssuedAt()
    .sign(derive(key, 'answer'));
}

async function verify<Claims>(
  token: string,
  expected: { type: string; claims: z.ZodType<Claims>; maxTokenAge?: string },
  { member, key }: MemberKey,
): Promise<Claims | null> {
  try {
    const { payload } = await jwtVerify(token, derive(key, 'answer'), {
      algorithms: ['HS256'],
      typ: expected.type,
      issuer: member,
      audience: issuer,
      ...(expected.maxTokenAge === undefined ? {} : { maxTokenAge: expected.maxTokenAge }),
    });
    return expected.claims.parse(payload);
  } catch {
    return null;
  }
}

/** Signs what a member has done; it does not expire, since it is the registry's proof. */
export function signReceipt(receipt: ErasureReceipt, member: MemberKey): Promise<string> {
  return sign(receipt, receiptType, member);
}

/** The receipt in a token, or null when it is not this member's. */
export function verifyReceipt(token: string, member: MemberKey): Promise<ErasureReceipt | null> {
  return verify(token, { type: receiptType, claims: receiptClaims }, member);
}

/** Signs how far a member has come now. */
export function signState(state: ErasureState, member: MemberKey): Promise<string> {
  return sign(state, stateType, member);
}

/** The state in a token that is a minute old at most, or null when it is not this member's. */
export function verifyState(token: string, member: MemberKey): Promise<ErasureState | null> {
  return verify(token, { type: stateType, claims: stateClaims, maxTokenAge: '1 minute' }, member);
}
