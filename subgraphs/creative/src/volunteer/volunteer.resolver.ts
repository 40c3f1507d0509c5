import type { RequestContext } from '@birlik/trust/context';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { CreativeRecord } from '../application/creative-record.type.js';
import { Volunteer } from './volunteer.type.js';

@Resolver(() => Volunteer)
export class VolunteerResolver {
  @Directive('@requires(fields: "creativeGrant")')
  @FieldResolver(() => CreativeRecord, {
    nullable: true,
    description: 'What the creative federations hold; null without a grant for the category CREATIVE.',
  })
  creativeRecord(@Root() volunteer: Volunteer, @Ctx() context: RequestContext): CreativeRecord | null {
    const grant = context.openGrant(volunteer.creativeGrant, volunteer.id);
    return grant && { grant };
  }
}
