import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { programmeStages, type ProgrammeStage } from '../programme/programme-participation.entity.js';
import { TrainingEntity } from './training.entity.js';
import { Training, TrainingConnection } from './training.type.js';

@Resolver(() => Training)
export class TrainingResolver {
  @Allow(anyone)
  @Query(() => TrainingConnection, {
    nullable: true,
    description: 'The trainings of the volunteer programme, by stage; null while the service is down.',
  })
  trainings(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('stage', () => programmeStages, { nullable: true, description: 'Only those of this stage; all if unset.' })
    stage: ProgrammeStage | null,
  ): Promise<Connection<TrainingEntity>> {
    return findConnection(context.em, TrainingEntity, {
      args,
      where: stage == null ? {} : { stage },
      orderBy: [{ stage: 'asc' }, { id: 'asc' }],
    });
  }
}
