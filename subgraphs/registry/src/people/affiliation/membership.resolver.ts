import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { AffiliationEntity } from './affiliation.entity.js';
import { MembershipResult } from './affiliation.type.js';
import { ChangeMembershipInput, MembershipInput } from './membership.input.js';
import { changeMembership, keepers, memberOrKeeper } from './membership.service.js';

@Resolver()
export class MembershipResolver {
  @Allow(writeScope, keepers)
  @Mutation(() => MembershipResult, {
    description: 'Says as what somebody belongs to the viewer’s organisation from now on.',
  })
  changeMembership(
    @Ctx() context: RequestContext,
    @Arg('input', () => ChangeMembershipInput, { description: 'The membership, the new role and why.' })
    input: ChangeMembershipInput,
  ): Promise<AffiliationEntity | Problem> {
    return asResult(() => changeMembership(context, { ...input, kind: 'changed' }));
  }

  @Allow(writeScope, keepers)
  @Mutation(() => MembershipResult, {
    description:
      'Suspends a membership of the viewer’s organisation: it opens nothing from the next request on, until it is resumed.',
  })
  suspendMembership(
    @Ctx() context: RequestContext,
    @Arg('input', () => MembershipInput, { description: 'The membership and why.' }) input: MembershipInput,
  ): Promise<AffiliationEntity | Problem> {
    return asResult(() => changeMembership(context, { ...input, kind: 'suspended' }));
  }

  @Allow(writeScope, keepers)
  @Mutation(() => MembershipResult, { description: 'Resumes a suspended membership of the viewer’s organisation.' })
  resumeMembership(
    @Ctx() context: RequestContext,
    @Arg('input', () => MembershipInput, { description: 'The membership and why.' }) input: MembershipInput,
  ): Promise<AffiliationEntity | Problem> {
    return asResult(() => changeMembership(context, { ...input, kind: 'resumed' }));
  }

  @Allow(writeScope, memberOrKeeper)
  @Mutation(() => MembershipResult, {
    description:
      'Ends a membership from the next request on; for the organisation, and for the person, who needs nobody’s leave. What begins again begins with an invitation.',
  })
  endMembership(
    @Ctx() context: RequestContext,
    @Arg('input', () => MembershipInput, { description: 'The membership and why.' }) input: MembershipInput,
  ): Promise<AffiliationEntity | Problem> {
    return asResult(() => changeMembership(context, { ...input, kind: 'ended' }));
  }
}
