import { Allow, writeScope } from '@birlik/trust/allow';
import { manager } from '../organization/authority.service.js';
import type { RequestContext } from '@birlik/trust/context';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { OfficerEntity } from './officer.entity.js';
import { AppointOfficerInput, RegisterSystemClientInput } from './officer.input.js';
import { appointOfficer, dismissOfficer, registerSystemClient, revokeSystemClient } from './officer.service.js';
import { OfficerResult, SystemClientResult } from './officer.type.js';
import type { SystemClientEntity } from './system-client.entity.js';

@Resolver()
export class OfficerResolver {
  @Allow(writeScope, manager('admin', 'officer'))
  @Mutation(() => OfficerResult, {
    description:
      'Appoints somebody to act for an organisation. For its own officers and for admins of the office; only an admin appoints an admin.',
  })
  appointOfficer(
    @Ctx() context: RequestContext,
    @Arg('input', () => AppointOfficerInput, { description: 'Who, for whom, in which roles.' })
    input: AppointOfficerInput,
  ): Promise<OfficerEntity | Problem> {
    return asResult(() => appointOfficer(context, input));
  }

  @Allow(writeScope, manager('admin', 'officer'))
  @Mutation(() => OfficerResult, {
    description:
      'Ends an appointment from the next request on, whatever the identity provider says. For the organisation’s own officers and for admins of the office.',
  })
  dismissOfficer(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The appointment’s id.' }) id: string,
  ): Promise<OfficerEntity | Problem> {
    return asResult(() => dismissOfficer(context, id));
  }

  @Allow(writeScope, manager('admin', 'officer'))
  @Mutation(() => SystemClientResult, {
    description: 'Lets a system act for an organisation by itself. For its own officers and for admins of the office.',
  })
  registerSystemClient(
    @Ctx() context: RequestContext,
    @Arg('input', () => RegisterSystemClientInput, { description: 'The system and its organisation.' })
    input: RegisterSystemClientInput,
  ): Promise<SystemClientEntity | Problem> {
    return asResult(() => registerSystemClient(context, input));
  }

  @Allow(writeScope, manager('admin', 'officer'))
  @Mutation(() => SystemClientResult, {
    description:
      'Revokes a system from the next request on. For the organisation’s own officers and for admins of the office.',
  })
  revokeSystemClient(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The registration’s id.' }) id: string,
  ): Promise<SystemClientEntity | Problem> {
    return asResult(() => revokeSystemClient(context, id));
  }
}
