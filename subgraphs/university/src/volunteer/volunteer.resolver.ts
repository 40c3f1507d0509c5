import type { RequestContext } from '@birlik/trust/context';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { EnrolmentEntity } from '../enrolment/enrolment.entity.js';
import { enrolmentsByGrant } from '../enrolment/enrolment.loader.js';
import { Enrolment } from '../enrolment/enrolment.type.js';
import { Volunteer } from './volunteer.type.js';

@Resolver(() => Volunteer)
export class VolunteerResolver {
  @Directive('@requires(fields: "studyGrant")')
  @FieldResolver(() => [Enrolment], {
    nullable: true,
    description:
      'Studies at the member universities, newest first, at most 20; null without a grant for the category STUDY.',
  })
  async enrolments(@Root() volunteer: Volunteer, @Ctx() context: RequestContext): Promise<EnrolmentEntity[] | null> {
    const grant = context.openGrant(volunteer.studyGrant, volunteer.id);
    return grant && enrolmentsByGrant.load(context, grant);
  }
}
