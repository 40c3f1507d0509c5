import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { DateScalar } from '@birlik/kernel/scalars';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { IntakeEntity } from './intake.entity.js';
import { Intake, IntakeConnection, ParticipantSummary } from './intake.type.js';
import { lastDay } from './last-day.rule.js';
import { participantSummaryByIntakeId } from './participant-summary.loader.js';

@Resolver(() => Intake)
export class IntakeResolver {
  @Allow(anyone)
  @Query(() => IntakeConnection, {
    nullable: true,
    description: 'The intakes of the volunteer programme, newest first; null while the service is down.',
  })
  intakes(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<IntakeEntity>> {
    return findConnection(context.em, IntakeEntity, { args, orderBy: [{ startsOn: 'desc' }, { id: 'desc' }] });
  }

  @FieldResolver(() => DateScalar, { description: 'The last day of Master 1.' })
  endsOn(@Root() intake: IntakeEntity): string {
    return lastDay(intake);
  }

  @FieldResolver(() => ParticipantSummary, {
    nullable: true,
    description: 'How many people take part or took part in it; null if that cannot be read now.',
  })
  participantSummary(@Root() intake: IntakeEntity, @Ctx() context: RequestContext): Promise<ParticipantSummary> {
    return participantSummaryByIntakeId.load(context, intake.id);
  }
}
