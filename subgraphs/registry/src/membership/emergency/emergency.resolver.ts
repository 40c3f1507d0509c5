import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { readingOrganization } from '../organization/authority.service.js';
import type { OrganizationEntity } from '../organization/organization.entity.js';
import { organizationById } from '../organization/organization.loader.js';
import { Organization } from '../organization/organization.type.js';
import {
  emergencyStatuses,
  mostOrganizations,
  type EmergencyEntity,
  type EmergencyStatus,
} from './emergency.entity.js';
import { ProposeEmergencyInput } from './emergency.input.js';
import { organizationsByEmergency } from './emergency.loader.js';
import {
  closeEmergency,
  confirmEmergency,
  listEmergencies,
  mayClose,
  mayConfirm,
  proposeEmergency,
  statusOf,
} from './emergency.service.js';
import { Emergency, EmergencyConnection, EmergencyResult } from './emergency.type.js';

const theEmergency = { description: 'The emergency’s id.' };

@Resolver(() => Emergency)
export class EmergencyResolver {
  @Allow(readingOrganization('officer', 'coordinator', 'admin'))
  @Query(() => EmergencyConnection, {
    nullable: true,
    description:
      'The emergencies of the viewer’s organisation, those that are over too, newest first; of all organisations for the office. Null while the service is down.',
  })
  emergencies(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<EmergencyEntity>> {
    return listEmergencies(context, args);
  }

  @Allow(writeScope, readingOrganization('officer', 'coordinator', 'admin'))
  @Mutation(() => EmergencyResult, {
    description:
      'Proposes an emergency, which opens nothing until another person confirms it. For officers, coordinators and admins of an umbrella.',
  })
  proposeEmergency(
    @Ctx() context: RequestContext,
    @Arg('input', () => ProposeEmergencyInput, { description: 'The event and whom it concerns.' })
    input: ProposeEmergencyInput,
  ): Promise<EmergencyEntity | Problem> {
    return asResult(() => proposeEmergency(context, input));
  }

  @Allow(writeScope, readingOrganization('officer', 'coordinator', 'admin'))
  @Mutation(() => EmergencyResult, {
    description:
      'Opens an emergency that another person of the same organisation proposed: from the next request on, with the purpose `emergency`, it reads the contact of those concerned.',
  })
  confirmEmergency(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, theEmergency) id: string,
  ): Promise<EmergencyEntity | Problem> {
    return asResult(() => confirmEmergency(context, id));
  }

  @Allow(writeScope, readingOrganization('officer', 'coordinator', 'admin'))
  @Mutation(() => EmergencyResult, {
    description: 'Ends an emergency of the viewer’s organisation before its time, from the next request on.',
  })
  closeEmergency(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, theEmergency) id: string,
  ): Promise<EmergencyEntity | Problem> {
    return asResult(() => closeEmergency(context, id));
  }

  @FieldResolver(() => emergencyStatuses, { description: 'What has become of it.' })
  status(@Root() emergency: EmergencyEntity): EmergencyStatus {
    return statusOf(emergency);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the viewer is the second person whom it waits for: of its organisation, and not who proposed it.',
  })
  mayConfirm(@Root() emergency: EmergencyEntity, @Ctx() context: RequestContext): Promise<boolean> {
    return mayConfirm(context, emergency);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether it is not over and of the viewer’s organisation, which can end it.',
  })
  mayClose(@Root() emergency: EmergencyEntity, @Ctx() context: RequestContext): boolean {
    return mayClose(context, emergency);
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'Who opens it; null if it is not known.' })
  organization(
    @Root() { organizationId }: EmergencyEntity,
    @Ctx() context: RequestContext,
  ): Promise<OrganizationEntity | null> {
    return organizationById.load(context, organizationId);
  }

  @FieldResolver(() => [Organization], {
    description: `The organisations all of whose people it concerns, at most ${mostOrganizations}.`,
  })
  async organizations(@Root() { id }: EmergencyEntity, @Ctx() context: RequestContext): Promise<OrganizationEntity[]> {
    const parts = await organizationsByEmergency.load(context, id);
    const found = await Promise.all(parts.map(({ organizationId }) => organizationById.load(context, organizationId)));
    return found.filter((one) => one !== null);
  }
}
