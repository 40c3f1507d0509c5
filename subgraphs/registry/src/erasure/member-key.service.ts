import type { MemberKey } from '@birlik/trust/erasure-order';
import { DomainError } from '@birlik/kernel/errors';

let keys: Readonly<Record<string, Uint8Array>> = {};

/** Sets the keys that the members share with the registry, by their names; called once at start. */
export function provideMemberKeys(memberKeys: Readonly<Record<string, Uint8Array>>): void {
  keys = memberKeys;
}

/** The members that take orders of erasure, by their names. */
export function memberNames(): string[] {
  return Object.keys(keys).toSorted();
}

/** The key of a member. @throws DomainError NOT_FOUND when there is none of that name */
export function memberKey(member: string): MemberKey {
  const key = Object.hasOwn(keys, member) ? keys[member] : undefined;
  if (!key) throw new DomainError('NOT_FOUND', 'There is no such member.');
  return { member, key };
}
