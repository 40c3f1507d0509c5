import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Ctx, Query, Resolver } from 'type-graphql';
import { PurposeEntity } from './purpose.entity.js';
import { Purpose } from './purpose.type.js';

@Resolver(() => Purpose)
export class PurposeResolver {
  @Allow(anyone)
  @Query(() => [Purpose], {
    nullable: true,
    description:
      'The closed list of purposes, each with who may state it and what it opens, at most 50; null while the service is down.',
  })
  purposes(@Ctx() context: RequestContext): Promise<PurposeEntity[]> {
    return context.em.find(PurposeEntity, {}, { orderBy: { place: 'asc' } });
  }
}
