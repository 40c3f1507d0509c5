import { DomainError } from '@birlik/kernel/errors';
import type { RequestContext } from '@birlik/trust/context';
import type { MemberKey } from '@birlik/trust/erasure-order';
import { memberKeys } from './grant.service.js';
import { explain } from '../messages.js';

/** The members that take orders of erasure, by their names. */
export function memberNames(context: RequestContext): string[] {
  return Object.keys(memberKeys.of(context.member)).toSorted();
}

/** The key of a member. @throws DomainError NOT_FOUND when there is none of that name */
export function memberKey(context: RequestContext, member: string): MemberKey {
  const keys = memberKeys.of(context.member);
  const key = Object.hasOwn(keys, member) ? keys[member] : undefined;
  if (!key) throw new DomainError('NOT_FOUND', explain('no-such-member'));
  return { member, key };
}
