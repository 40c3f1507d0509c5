import { Allow, organization, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { ProgrammeParticipationEntity } from '../programme/programme-participation.entity.js';
import { Volunteer } from '../volunteer/volunteer.type.js';
import { CompleteMaster1Input } from './master1.input.js';
import { completeMaster1 } from './master1.service.js';
import { CompleteMaster1Result, Master1Completion, Master1Stage } from './master1.type.js';

@Resolver(() => Master1Completion)
export class Master1CompletionResolver {
  @Allow(writeScope, organization('officer', 'system', 'admin'))
  @Mutation(() => CompleteMaster1Result, {
    description:
      'Completes a person’s Master 1 and issues the certificate that the score earns, if any; for officers and systems of the agency.',
  })
  completeMaster1(
    @Ctx() context: RequestContext,
    @Arg('input', () => CompleteMaster1Input, { description: 'The person and the score.' })
    input: CompleteMaster1Input,
  ): Promise<ProgrammeParticipationEntity | Problem> {
    return asResult(() => completeMaster1(context, input));
  }

  @FieldResolver(() => Master1Stage, { description: 'The stage as it was evaluated.' })
  master1(@Root() participation: ProgrammeParticipationEntity): ProgrammeParticipationEntity {
    return participation;
  }

  @FieldResolver(() => Volunteer, {
    nullable: true,
    description: 'The person; null while the registry is down.',
  })
  volunteer(@Root() participation: ProgrammeParticipationEntity): Volunteer {
    return { id: participation.volunteerId };
  }
}
