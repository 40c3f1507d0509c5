import { Allow, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Volunteer } from '../volunteer/volunteer.type.js';
import type { MentorshipEntity } from './mentorship.entity.js';
import { RequestMentorshipInput } from './mentorship.input.js';
import { requestMentorship } from './mentorship.service.js';
import { Mentorship, RequestMentorshipResult } from './mentorship.type.js';

@Resolver(() => Mentorship)
export class MentorshipResolver {
  @Allow(writeScope, volunteer)
  @Mutation(() => RequestMentorshipResult, {
    description: 'Asks a mentor for mentoring; for volunteers who study or studied abroad.',
  })
  requestMentorship(
    @Ctx() context: RequestContext,
    @Arg('input', () => RequestMentorshipInput, { description: 'The mentor, and a word to them.' })
    input: RequestMentorshipInput,
  ): Promise<MentorshipEntity | Problem> {
    return asResult(() => requestMentorship(context, input));
  }

  @FieldResolver(() => Volunteer, {
    nullable: true,
    description: 'The person who mentors; null when the mentor has left, and while the registry is down.',
  })
  mentor(@Root() { mentorVolunteerId: id }: MentorshipEntity): Volunteer | null {
    return id ? { id } : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the mentor has left the federation and was erased.' })
  mentorLeft(@Root() mentorship: MentorshipEntity): boolean {
    return !mentorship.mentorVolunteerId;
  }
}
