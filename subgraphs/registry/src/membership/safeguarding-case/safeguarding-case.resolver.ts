import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { readingOrganization } from '../organization/authority.service.js';
import type { OrganizationEntity } from '../organization/organization.entity.js';
import { organizationById } from '../organization/organization.loader.js';
import { Organization } from '../organization/organization.type.js';
import type { SafeguardingCaseEntity } from './safeguarding-case.entity.js';
import { OpenSafeguardingCaseInput } from './safeguarding-case.input.js';
import {
  caseRoles,
  closeSafeguardingCase,
  isOpenCase,
  listSafeguardingCases,
  openSafeguardingCase,
} from './safeguarding-case.service.js';
import { SafeguardingCase, SafeguardingCaseConnection, SafeguardingCaseResult } from './safeguarding-case.type.js';

@Resolver(() => SafeguardingCase)
export class SafeguardingCaseResolver {
  @Allow(readingOrganization(...caseRoles, 'admin'))
  @Query(() => SafeguardingCaseConnection, {
    nullable: true,
    description:
      'The safeguarding cases of the viewer’s organisation, those that are over too, newest first; of all organisations for admins of the office. Null while the service is down.',
  })
  safeguardingCases(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<SafeguardingCaseEntity>> {
    return listSafeguardingCases(context, args);
  }

  @Allow(writeScope, readingOrganization(...caseRoles))
  @Mutation(() => SafeguardingCaseResult, {
    description:
      'Opens a safeguarding case, as long as which the organisation may state the purpose `safeguarding`. For those who may state it.',
  })
  openSafeguardingCase(
    @Ctx() context: RequestContext,
    @Arg('input', () => OpenSafeguardingCaseInput, { description: 'The reason and the end.' })
    input: OpenSafeguardingCaseInput,
  ): Promise<SafeguardingCaseEntity | Problem> {
    return asResult(() => openSafeguardingCase(context, input));
  }

  @Allow(writeScope, readingOrganization(...caseRoles))
  @Mutation(() => SafeguardingCaseResult, {
    description: 'Ends a safeguarding case of the viewer’s organisation before its time, from the next request on.',
  })
  closeSafeguardingCase(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The case’s id.' }) id: string,
  ): Promise<SafeguardingCaseEntity | Problem> {
    return asResult(() => closeSafeguardingCase(context, id));
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is not over: nobody closed it, and its end has not come.' })
  open(@Root() one: SafeguardingCaseEntity): boolean {
    return isOpenCase(one);
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'Whose case it is; null if it is not known.' })
  organization(
    @Root() { organizationId }: SafeguardingCaseEntity,
    @Ctx() context: RequestContext,
  ): Promise<OrganizationEntity | null> {
    return organizationById.load(context, organizationId);
  }
}
