import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SeenPerson } from '../../decision/grant.loader.js';
import { Volunteer } from '../../people/volunteer/volunteer.type.js';
import type { InquiryEntity } from './inquiry.entity.js';
import { listOwnInquiries } from './inquiry.service.js';
import { InquiryConnection } from './inquiry.type.js';

@Resolver(() => Volunteer)
export class VolunteerInquiriesResolver {
  @FieldResolver(() => InquiryConnection, {
    nullable: true,
    description: 'Questions and objections that the person raised, newest first; null for anyone but the person.',
  })
  inquiries(
    @Root() volunteer: SeenPerson,
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<InquiryEntity> | null> {
    return listOwnInquiries(context, args, volunteer);
  }
}
