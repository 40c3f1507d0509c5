import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { StageAreaEntity } from './stage-area.entity.js';
import { areasByOrganization } from './stage-area.loader.js';
import { StageArea } from './stage-area.type.js';
import { StageDefinitionEntity } from './stage-definition.entity.js';
import { StageDefinition, StageDefinitionConnection } from './stage-definition.type.js';

@Resolver(() => StageDefinition)
export class StageDefinitionResolver {
  @Allow(anyone)
  @Query(() => StageDefinitionConnection, {
    nullable: true,
    description: 'The stages of the agencies’ volunteer programmes, first to last; null while the service is down.',
  })
  programmeStages(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<StageDefinitionEntity>> {
    return findConnection(context.em, StageDefinitionEntity, { args, orderBy: [{ stage: 'asc' }, { id: 'asc' }] });
  }

  @FieldResolver(() => [String], {
    description: 'The skills that volunteers acquire in it, in the caller’s language; empty if unsaid.',
  })
  skills(@Root() { skills }: StageDefinitionEntity, @Ctx() context: RequestContext): string[] {
    return skills.map((skill) => context.localize(skill));
  }

  @FieldResolver(() => [StageArea], {
    description: 'The areas of which a volunteer chooses one, at most 50; empty if there is no choice.',
  })
  async areas(
    @Root() { organizationId, stage }: StageDefinitionEntity,
    @Ctx() context: RequestContext,
  ): Promise<StageAreaEntity[]> {
    const areas = await areasByOrganization.load(context, organizationId);
    return areas.filter((area) => area.stage === stage);
  }
}
