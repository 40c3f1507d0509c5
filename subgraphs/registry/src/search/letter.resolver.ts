import { asResults, type Problem } from '@birlik/kernel/problem';
import { Allow, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { readingOrganization } from '../membership/organization/authority.service.js';
import { WriteToVolunteersInput } from './letter.input.js';
import { mostLetters } from './letter.rule.js';
import { writeToVolunteers, type WrittenLetter } from './letter.service.js';
import { WriteToVolunteersResult } from './letter.type.js';

@Resolver()
export class LetterResolver {
  @Allow(writeScope, readingOrganization('officer', 'coordinator', 'admin'))
  @Mutation(() => [WriteToVolunteersResult], {
    description: `Writes to at most ${mostLetters.AT_ONCE} people at once, whom the viewer’s organisation reaches for the purpose of this operation: by a tie, by a consent for contact, or by their search card. The text comes to the inbox alone; beside it they are told, as they want it, that there is something to read. One answer a person, in the same order; who is not reached keeps out no other. At most ${mostLetters.OF_DAY} people in a day, and one at most ${mostLetters.TO_ONE} times; more are LIMIT_REACHED. For officers, coordinators and admins of an accredited organisation.`,
  })
  async writeToVolunteers(
    @Ctx() context: RequestContext,
    @Arg('input', () => WriteToVolunteersInput, { description: 'To whom, and what.' })
    { volunteerIds, texts: [first, ...others] }: WriteToVolunteersInput,
  ): Promise<(WrittenLetter | Problem)[]> {
    if (!first) return [];
    const outcomes = await writeToVolunteers(context, volunteerIds, [first, ...others]);
    return asResults(outcomes);
  }
}
