import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { office, readingOrganization } from '../../membership/organization/authority.service.js';
import type { OrganizationEntity } from '../../membership/organization/organization.entity.js';
import { organizationById } from '../../membership/organization/organization.loader.js';
import { Organization } from '../../membership/organization/organization.type.js';
import { Volunteer } from '../../people/volunteer/volunteer.type.js';
import type { ClaimAttemptEntity } from './claim-attempt.entity.js';
import type { InvitationEntity } from './invitation.entity.js';
import { CreateClaimCodeInput, InviteToMembershipInput } from './invitation.input.js';
import {
  acceptInvitation,
  type Accepted,
  type Issued,
  invite,
  listClaimAttempts,
  listInvitations,
  withdrawInvitation,
} from './invitation.service.js';
import {
  Acceptance,
  AcceptanceResult,
  ClaimAttempt,
  ClaimAttemptConnection,
  Invitation,
  InvitationConnection,
  InvitationResult,
  IssuedInvitationResult,
} from './invitation.type.js';

const inviters = readingOrganization('officer', 'coordinator', 'admin');
const ofCode = 'The code as it was handed out; small letters, blanks and dashes do not matter.';
const ofWard = 'The minor for whom the viewer decides as guardian; unset for the viewer’s own.';

@Resolver(() => Invitation)
export class InvitationResolver {
  @Allow(inviters)
  @Query(() => InvitationConnection, {
    nullable: true,
    description:
      'The invitations of the viewer’s organisation, newest first, without their codes; null while the service is down.',
  })
  invitations(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<InvitationEntity>> {
    return listInvitations(context, args);
  }

  @Allow(writeScope, inviters)
  @Mutation(() => IssuedInvitationResult, {
    description:
      'Makes a code for the person of a record that the viewer’s organisation submitted: whoever has it claims the record, once, and belongs to the organisation from then on.',
  })
  createClaimCode(
    @Ctx() context: RequestContext,
    @Arg('input', () => CreateClaimCodeInput, { description: 'The record, the role and how long.' })
    input: CreateClaimCodeInput,
  ): Promise<Issued | Problem> {
    return asResult(() => invite(context, input));
  }

  @Allow(writeScope, inviters)
  @Mutation(() => IssuedInvitationResult, {
    description:
      'Makes a code with which one person, who may sign up for it, becomes a member of the viewer’s organisation; to accept is their yes.',
  })
  inviteToMembership(
    @Ctx() context: RequestContext,
    @Arg('input', () => InviteToMembershipInput, { description: 'The role, the record if there is one, and how long.' })
    input: InviteToMembershipInput,
  ): Promise<Issued | Problem> {
    return asResult(() => invite(context, input));
  }

  @Allow(writeScope, inviters)
  @Mutation(() => InvitationResult, { description: 'Makes the code of an invitation worth nothing.' })
  withdrawInvitation(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The invitation’s id.' }) id: string,
  ): Promise<InvitationEntity | Problem> {
    return asResult(() => withdrawInvitation(context, id));
  }
}

@Resolver(() => Acceptance)
export class AcceptanceResolver {
  @Allow(writeScope, volunteer)
  @Mutation(() => AcceptanceResult, {
    description:
      'Claims the record for which an organisation handed out a code. Whatever is wrong with a code is NOT_FOUND; too many tries of a day are LIMIT_REACHED. The office sees each.',
  })
  claimRecord(
    @Ctx() context: RequestContext,
    @Arg('code', () => String, { description: ofCode }) code: string,
    @Arg('onBehalfOf', () => ID, { nullable: true, description: ofWard }) onBehalfOf: string | null,
  ): Promise<Accepted | Problem> {
    return asResult(() => acceptInvitation(context, { code, needsRecord: true, onBehalfOf }));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => AcceptanceResult, {
    description:
      'Accepts an organisation’s invitation: the person belongs to it from now on. Whatever is wrong with a code is NOT_FOUND; too many tries of a day are LIMIT_REACHED. The office sees each.',
  })
  acceptInvitation(
    @Ctx() context: RequestContext,
    @Arg('code', () => String, { description: ofCode }) code: string,
    @Arg('onBehalfOf', () => ID, { nullable: true, description: ofWard }) onBehalfOf: string | null,
  ): Promise<Accepted | Problem> {
    return asResult(() => acceptInvitation(context, { code, needsRecord: false, onBehalfOf }));
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'The organisation; null if it was removed.' })
  organization(
    @Root() { organizationId }: Accepted,
    @Ctx() context: RequestContext,
  ): Promise<OrganizationEntity | null> {
    return organizationById.load(context, organizationId);
  }
}

@Resolver(() => ClaimAttempt)
export class ClaimAttemptResolver {
  @Allow(office('officer', 'admin'))
  @Query(() => ClaimAttemptConnection, {
    nullable: true,
    description:
      'Each try to accept an invitation or to claim a record, newest first, for the federation’s office: an error and null for anyone else; null while the service is down.',
  })
  claimAttempts(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<ClaimAttemptEntity>> {
    return listClaimAttempts(context, args);
  }

  @FieldResolver(() => Volunteer, { description: 'Who tried.' })
  volunteer(@Root() { volunteerId }: ClaimAttemptEntity): Volunteer {
    return { id: volunteerId };
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'Whose code or record it was; null where there is none.',
  })
  organization(
    @Root() { organizationId }: ClaimAttemptEntity,
    @Ctx() context: RequestContext,
  ): Promise<OrganizationEntity | null> | null {
    return organizationId == null ? null : organizationById.load(context, organizationId);
  }
}
