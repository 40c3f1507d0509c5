import { Allow, writeScope } from '@birlik/trust/allow';
import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { readingOrganization } from '../organization/authority.service.js';
import type { OrganizationEntity } from '../organization/organization.entity.js';
import { organizationById } from '../organization/organization.loader.js';
import { Organization } from '../organization/organization.type.js';
import type { MandateEntity } from './mandate.entity.js';
import { GiveMandateInput } from './mandate.input.js';
import { giveMandate, listMandates, revokeMandate } from './mandate.service.js';
import { Mandate, MandateConnection, MandateResult } from './mandate.type.js';

@Resolver(() => Mandate)
export class MandateResolver {
  @Allow(readingOrganization())
  @Query(() => MandateConnection, {
    nullable: true,
    description:
      'The mandates that the viewer’s organisation gave or holds, ended ones too, newest first; all of them for the office. Null while the service is down.',
  })
  mandates(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<MandateEntity>> {
    return listMandates(context, args);
  }

  @Allow(writeScope, readingOrganization('officer', 'admin'))
  @Mutation(() => MandateResult, {
    description:
      'Lets an umbrella read, for one purpose, one category of the people who have a tie with the viewer’s organisation, from the next request on. For its officers and admins.',
  })
  giveMandate(
    @Ctx() context: RequestContext,
    @Arg('input', () => GiveMandateInput, { description: 'Who shall act, for what and until when.' })
    input: GiveMandateInput,
  ): Promise<MandateEntity | Problem> {
    return asResult(() => giveMandate(context, input));
  }

  @Allow(writeScope, readingOrganization('officer', 'admin'))
  @Mutation(() => MandateResult, {
    description:
      'Ends a mandate that the viewer’s organisation gave, from the next request on. For its officers and admins.',
  })
  revokeMandate(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The mandate’s id.' }) id: string,
  ): Promise<MandateEntity | Problem> {
    return asResult(() => revokeMandate(context, id));
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'Who lets act; null if it is not known.' })
  giver(@Root() { giverId }: MandateEntity, @Ctx() context: RequestContext): Promise<OrganizationEntity | null> {
    return organizationById.load(context, giverId);
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'Who may act; null if it is not known.' })
  holder(@Root() { holderId }: MandateEntity, @Ctx() context: RequestContext): Promise<OrganizationEntity | null> {
    return organizationById.load(context, holderId);
  }
}
