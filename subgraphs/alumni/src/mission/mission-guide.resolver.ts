import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, anyone, organization, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, Directive, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { MissionGuideEntity } from './mission-guide.entity.js';
import { MissionGuideInput } from './mission.input.js';
import { listGuides, withdrawGuide, writeGuide } from './mission.service.js';
import { MissionGuide, MissionGuideConnection, MissionGuideResult } from './mission.type.js';

const desk = organization('officer', 'coordinator', 'admin');

@Resolver(() => MissionGuide)
export class MissionGuideResolver {
  @Allow(anyone)
  @Query(() => MissionGuideConnection, {
    nullable: true,
    description: 'What to do, such as with a lost passport, at all missions or at one; null while the service is down.',
  })
  missionGuides(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Directive('@tag(name: "public")')
    @Arg('missionId', () => ID, {
      nullable: true,
      description: 'With what holds at this mission alone; without if unset.',
    })
    missionId: string | null,
  ): Promise<Connection<MissionGuideEntity>> {
    return listGuides(context, args, missionId ?? null);
  }

  @Allow(writeScope, desk)
  @Mutation(() => MissionGuideResult, { description: 'Writes a guide, or replaces one of the viewer’s organisation.' })
  writeMissionGuide(
    @Ctx() context: RequestContext,
    @Arg('input', () => MissionGuideInput, { description: 'The guide in four languages.' }) input: MissionGuideInput,
  ): Promise<MissionGuideEntity | Problem> {
    return asResult(() => writeGuide(context, input));
  }

  @Allow(writeScope, desk)
  @Mutation(() => MissionGuideResult, { description: 'Takes a guide of the viewer’s organisation off the page.' })
  withdrawMissionGuide(
    @Ctx() context: RequestContext,
    @Directive('@tag(name: "public")')
    @Arg('guideId', () => ID, { description: 'The guide’s id.' })
    id: string,
  ): Promise<MissionGuideEntity | Problem> {
    return asResult(() => withdrawGuide(context, id));
  }
}
