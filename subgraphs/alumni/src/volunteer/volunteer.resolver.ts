import type { RequestContext } from '@birlik/trust/context';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { alumniRecordByGrant, type AlumniRecord } from '../alumnus/alumnus.loader.js';
import { AlumniProfile } from '../alumnus/alumnus.type.js';
import type { SeenMentorship } from '../mentoring/mentorship.entity.js';
import { mentorshipsByGrant, mostMentorships } from '../mentoring/mentorship.loader.js';
import { Mentorship } from '../mentoring/mentorship.type.js';
import { Volunteer } from './volunteer.type.js';

@Resolver(() => Volunteer)
export class VolunteerResolver {
  @Directive('@requires(fields: "alumniGrant")')
  @FieldResolver(() => AlumniProfile, {
    nullable: true,
    description:
      'Studies abroad, and the mentoring; null without a grant for the category ALUMNI, and for a person who has not studied abroad.',
  })
  async alumniProfile(@Root() volunteer: Volunteer, @Ctx() context: RequestContext): Promise<AlumniRecord | null> {
    const grant = context.openGrant(volunteer.alumniGrant, volunteer.id);
    return grant && alumniRecordByGrant.load(context, grant);
  }

  @Directive('@requires(fields: "alumniGrant")')
  @FieldResolver(() => [Mentorship], {
    nullable: true,
    description: `Mentorships as the mentee, newest first, at most ${mostMentorships}; null without a grant for the category ALUMNI.`,
  })
  async mentorships(@Root() volunteer: Volunteer, @Ctx() context: RequestContext): Promise<SeenMentorship[] | null> {
    const grant = context.openGrant(volunteer.alumniGrant, volunteer.id);
    if (!grant) return null;
    const rows = await mentorshipsByGrant.load(context, grant);
    return rows.map((row) => ({ ...row, isOwn: grant.basis === 'self' }));
  }
}
