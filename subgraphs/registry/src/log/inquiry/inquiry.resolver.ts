import { Allow, volunteer, writeScope } from '@birlik/trust/allow';
import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { readingOrganization } from '../../membership/organization/authority.service.js';
import type { OrganizationEntity } from '../../membership/organization/organization.entity.js';
import { organizationById } from '../../membership/organization/organization.loader.js';
import { Organization } from '../../membership/organization/organization.type.js';
import { Volunteer } from '../../people/volunteer/volunteer.type.js';
import { isOverdue } from './inquiry-clock.rule.js';
import type { InquiryEntity } from './inquiry.entity.js';
import { AnswerInquiryInput, RaiseInquiryInput } from './inquiry.input.js';
import { answerInquiry, listOrganizationInquiries, raiseInquiry } from './inquiry.service.js';
import { AnswerInquiryResult, Inquiry, InquiryConnection, RaiseInquiryResult } from './inquiry.type.js';

@Resolver(() => Inquiry)
export class InquiryResolver {
  @Allow(readingOrganization('officer', 'admin'))
  @Query(() => InquiryConnection, {
    nullable: true,
    description: 'Inquiries to the viewer’s own organisation, for its officers; null while the service is down.',
  })
  organizationInquiries(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('onlyOpen', () => Boolean, {
      nullable: true,
      description: 'Only those without an answer, the most urgent first; all with the newest first if unset.',
    })
    onlyOpen: boolean | null,
  ): Promise<Connection<InquiryEntity>> {
    return listOrganizationInquiries(context, args, onlyOpen ?? false);
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => RaiseInquiryResult, {
    description: 'Asks or objects about one entry of the viewer’s own access log; the organisation that read answers.',
  })
  raiseInquiry(
    @Ctx() context: RequestContext,
    @Arg('input', () => RaiseInquiryInput, { description: 'What it is about.' }) input: RaiseInquiryInput,
  ): Promise<InquiryEntity | Problem> {
    return asResult(() => raiseInquiry(context, input));
  }

  @Allow(writeScope, readingOrganization('officer', 'admin'))
  @Mutation(() => AnswerInquiryResult, {
    description: 'Answers an inquiry to the viewer’s own organisation, once; for its officers.',
  })
  answerInquiry(
    @Ctx() context: RequestContext,
    @Arg('input', () => AnswerInquiryInput, { description: 'The answer.' }) input: AnswerInquiryInput,
  ): Promise<InquiryEntity | Problem> {
    return asResult(() => answerInquiry(context, input));
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The organisation that has to answer; null if it was removed.',
  })
  organization(@Root() inquiry: InquiryEntity, @Ctx() context: RequestContext): Promise<OrganizationEntity | null> {
    return organizationById.load(context, inquiry.organizationId);
  }

  @FieldResolver(() => Volunteer, { description: 'The person who raised it.' })
  volunteer(@Root() inquiry: InquiryEntity): Volunteer {
    return { id: inquiry.volunteerId };
  }

  @FieldResolver(() => Boolean, { description: 'Whether the time to answer passed without an answer.' })
  overdue(@Root() inquiry: InquiryEntity, @Ctx() context: RequestContext): boolean {
    return isOverdue(inquiry, context.now());
  }
}
