import type { RequestContext } from '@birlik/trust/context';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CreativeApplicationEntity } from '../application/creative-application.entity.js';
import { applicationsByGrant } from '../application/creative-application.loader.js';
import { CreativeRecord } from '../application/creative-record.type.js';
import { Volunteer } from './volunteer.type.js';

@Resolver(() => Volunteer)
export class VolunteerResolver {
  @Directive('@requires(fields: "creativeGrant")')
  @FieldResolver(() => CreativeRecord, {
    nullable: true,
    description: 'What the creative federations hold; null without a grant for the category CREATIVE.',
  })
  async creativeRecord(
    @Root() volunteer: Volunteer,
    @Ctx() context: RequestContext,
  ): Promise<{ applications: CreativeApplicationEntity[] } | null> {
    const grant = context.openGrant(volunteer.creativeGrant, volunteer.id);
    return grant && { applications: await applicationsByGrant.load(context, grant) };
  }
}
