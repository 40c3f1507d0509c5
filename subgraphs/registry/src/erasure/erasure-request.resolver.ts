import { Allow, anyone, freshSignIn, volunteer, writeScope } from '@birlik/trust/allow';
import { office } from '../membership/organization/authority.service.js';
import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { ErasureRequestEntity } from './erasure-request.entity.js';
import {
  findOwnErasure,
  listErasures,
  reportMembers,
  requestErasure,
  withdrawErasure,
  type MemberErasureReport,
} from './erasure-request.service.js';
import {
  ErasureRequest,
  ErasureRequestConnection,
  MemberErasure,
  RequestErasureResult,
  WithdrawErasureResult,
} from './erasure-request.type.js';

const ofWard = 'The minor for whom the viewer decides as guardian; unset for the viewer’s own.';

@Resolver(() => ErasureRequest)
export class ErasureRequestResolver {
  @Allow(anyone)
  @Query(() => ErasureRequest, {
    nullable: true,
    description:
      'The viewer’s own request for erasure; null if none was made or it was taken back, and while the service is down.',
  })
  myErasure(
    @Ctx() context: RequestContext,
    @Arg('onBehalfOf', () => ID, { nullable: true, description: ofWard }) onBehalfOf: string | null,
  ): Promise<ErasureRequestEntity | null> {
    return findOwnErasure(context, onBehalfOf);
  }

  @Allow(office('officer', 'admin', 'system'))
  @Query(() => ErasureRequestConnection, {
    nullable: true,
    description:
      'Requests for erasure, oldest first, for the federation’s office: an error and null for anyone else; null while the service is down.',
  })
  erasureRequests(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('open', () => Boolean, { defaultValue: true, description: 'Only those that some member has not answered.' })
    open: boolean,
  ): Promise<Connection<ErasureRequestEntity>> {
    return listErasures(context, args, open);
  }

  @Allow(writeScope, volunteer, freshSignIn)
  @Mutation(() => RequestErasureResult, {
    description:
      'Asks that the viewer, or a minor whose guardian the viewer is, be erased everywhere in the federation, for good: at the registry at the end of a delay, at each member as soon as it is reached then. It needs a fresh sign-in: else the error FRESH_SIGN_IN_REQUIRED says in `maxAgeSeconds` how old it may be.',
  })
  requestErasure(
    @Ctx() context: RequestContext,
    @Arg('onBehalfOf', () => ID, { nullable: true, description: ofWard }) onBehalfOf: string | null,
  ): Promise<ErasureRequestEntity | Problem> {
    return asResult(() => requestErasure(context, onBehalfOf));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => WithdrawErasureResult, {
    description: 'Takes the viewer’s request for erasure back, before its delay is over.',
  })
  withdrawErasure(
    @Ctx() context: RequestContext,
    @Arg('onBehalfOf', () => ID, { nullable: true, description: ofWard }) onBehalfOf: string | null,
  ): Promise<ErasureRequestEntity | Problem> {
    return asResult(() => withdrawErasure(context, onBehalfOf));
  }

  @FieldResolver(() => Boolean, { description: 'Whether the deadline is over and a member has not answered.' })
  overdue(@Root() request: ErasureRequestEntity, @Ctx() context: RequestContext): boolean {
    return request.completedAt === null && request.withdrawnAt === null && request.deadline < context.now();
  }

  @FieldResolver(() => [MemberErasure], {
    description: 'What became of it at the registry and at each member, at most 100.',
  })
  members(@Root() request: ErasureRequestEntity, @Ctx() context: RequestContext): Promise<MemberErasureReport[]> {
    return reportMembers(context, request);
  }
}
