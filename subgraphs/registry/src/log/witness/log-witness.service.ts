import { DomainError } from '@birlik/kernel/errors';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { readCountersignature, signDelivery, type VerifyingKey } from '@birlik/trust/log-head';
import { consistencyRanges } from '@birlik/trust/merkle';
import { decodeProtectedHeader } from 'jose';
import { memberKey } from '../../decision/member-key.service.js';
import { readRoots } from '../access-log/access-log-proof.loader.js';
import { explain } from '../../messages.js';
import { publicJwk } from '../../signing/signing-jwk.rule.js';
import { SigningKeyEntity } from '../../signing/signing-key.entity.js';

interface NewestHead {
  readonly size: number;
  readonly statement: string;
}

/**
 * The newest head of the log for one member, with the proof that it begins as the member knows it; null when the member has
 * it, or when nothing is signed.
 *
 * @param after the size of the head that the member has, 0 for none
 * @throws DomainError NOT_FOUND (no such member)
 */
export async function deliverHead(context: RequestContext, member: string, after: number): Promise<string | null> {
  const key = memberKey(context, member);
  const [newest] = await runStatement<NewestHead>(
    context.em,
    'select size::float8 as size, statement from access_log_head order by access_log_head.size desc limit 1',
  );
  if (!newest || newest.size === after) return null;
  const { size, statement: head } = newest;
  const { kid = '' } = decodeProtectedHeader(head);
  const { publicKey } = await context.em.findOneOrFail(SigningKeyEntity, { kid });
  const ranges = after > 0 && after < size ? consistencyRanges(after, size) : [];
  const rootOf = await readRoots(context.em, ranges);
  const proof = ranges.map((range) => Buffer.from(rootOf(range)).toString('hex'));
  return signDelivery({ head, publicKey, earlier: after, proof }, key);
}

function parsedKey(text: string): VerifyingKey | null {
  try {
    return publicJwk.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * Records that a member keeps a head.
 *
 * @param given.witnessKey the public key that the member says is its own, as a JSON Web Key
 * @returns whether it is new
 * @throws DomainError NOT_FOUND (no such member) or BAD_USER_INPUT (not the member’s word on a head of this log)
 */
export async function recordCountersignature(
  context: RequestContext,
  member: string,
  given: { readonly countersignature: string; readonly witnessKey: string },
): Promise<boolean> {
  memberKey(context, member);
  const key = parsedKey(given.witnessKey);
  const said = key && (await readCountersignature(given.countersignature, key));
  if (!said || said.iss !== member) throw new DomainError('BAD_USER_INPUT', explain('no-countersignature'));
  const rows = await runStatement<{ isKnown: boolean }>(
    context.em,
    `with head as (
       select size from access_log_head where size = ? and root = decode(?, 'hex')
     ), entered as (
       insert into access_log_countersignature (member, size, statement, witness_key)
       select ?, size, ?, ?::jsonb from head on conflict do nothing returning size
     )
     select not exists (select from entered) as "isKnown" from head`,
    [said.size, said.root, member, given.countersignature, given.witnessKey],
  );
  const [row] = rows;
  if (!row) throw new DomainError('BAD_USER_INPUT', explain('no-countersignature'));
  return !row.isKnown;
}
