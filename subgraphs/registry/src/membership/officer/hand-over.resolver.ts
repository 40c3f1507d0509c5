import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Ctx, Directive, ID, Mutation, Resolver } from 'type-graphql';
import { manager } from '../organization/authority.service.js';
import type { OrganizationEntity } from '../organization/organization.entity.js';
import { OrganizationResult } from '../organization/organization.type.js';
import { HandOverInput } from './hand-over.input.js';
import { cancelHandOver, handOver } from './hand-over.service.js';

@Resolver()
export class HandOverResolver {
  @Allow(writeScope, manager('admin', 'officer'))
  @Mutation(() => OrganizationResult, {
    description:
      'Says at which instant some of those who act for an organisation are followed by others, as after an election; it then happens of itself. For its own officers and for admins of the office; only an admin has admins go or follow.',
  })
  handOverOrganization(
    @Ctx() context: RequestContext,
    @Arg('input', () => HandOverInput, { description: 'Who follows whom, and when.' }) input: HandOverInput,
  ): Promise<OrganizationEntity | Problem> {
    return asResult(() => handOver(context, input));
  }

  @Allow(writeScope, manager('admin', 'officer'))
  @Mutation(() => OrganizationResult, {
    description:
      'Calls a hand-over off before its instant: those who act for the organisation go on. For its own officers and for admins of the office.',
  })
  cancelOrganizationHandOver(
    @Ctx() context: RequestContext,
    @Directive('@tag(name: "public")')
    @Arg('organizationId', () => ID, { description: 'The organisation’s id.' })
    organizationId: string,
  ): Promise<OrganizationEntity | Problem> {
    return asResult(() => cancelHandOver(context, organizationId));
  }
}
