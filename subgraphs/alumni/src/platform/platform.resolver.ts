import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { PlatformStatementEntity, PlatformStatementKind } from './platform-statement.entity.js';
import { PlatformStatement } from './platform-statement.type.js';
import { PlatformEntity } from './platform.entity.js';
import { pressReportsByPlatform, statementsByPlatform } from './platform.loader.js';
import { Platform, PlatformConnection } from './platform.type.js';
import type { PressReportEntity } from './press-report.entity.js';
import { PressReport } from './press-report.type.js';

@Resolver(() => Platform)
export class PlatformResolver {
  @Allow(anyone)
  @Query(() => PlatformConnection, {
    nullable: true,
    description: 'The platforms of students and alumni; null while the service is down.',
  })
  alumniPlatforms(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<PlatformEntity>> {
    return findConnection(context.em, PlatformEntity, { args, orderBy: [{ id: 'asc' }] });
  }

  @FieldResolver(() => [PlatformStatement], {
    description: 'Its goals in the order in which it states them, at most 100; empty if none is known.',
  })
  goals(@Root() { id }: PlatformEntity, @Ctx() context: RequestContext): Promise<PlatformStatementEntity[]> {
    return statementsOf(context, id, 'goal');
  }

  @FieldResolver(() => [PlatformStatement], {
    description: 'Its duties in the order in which it states them, at most 100; empty if none is known.',
  })
  duties(@Root() { id }: PlatformEntity, @Ctx() context: RequestContext): Promise<PlatformStatementEntity[]> {
    return statementsOf(context, id, 'duty');
  }

  @FieldResolver(() => [PlatformStatement], {
    description: 'What it has done, in the order in which that is told, at most 100; empty if nothing is known.',
  })
  activities(@Root() { id }: PlatformEntity, @Ctx() context: RequestContext): Promise<PlatformStatementEntity[]> {
    return statementsOf(context, id, 'activity');
  }

  @FieldResolver(() => [PressReport], {
    description: 'What the press has reported on it, newest first, at most 100; empty if nothing is known.',
  })
  pressReports(@Root() { id }: PlatformEntity, @Ctx() context: RequestContext): Promise<PressReportEntity[]> {
    return pressReportsByPlatform.load(context, id);
  }
}

async function statementsOf(
  context: RequestContext,
  platformId: string,
  kind: PlatformStatementKind,
): Promise<PlatformStatementEntity[]> {
  const statements = await statementsByPlatform.load(context, platformId);
  return statements.filter((statement) => statement.kind === kind).slice(0, 100);
}
