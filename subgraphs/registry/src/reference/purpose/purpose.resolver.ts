import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { PurposeEntity } from './purpose.entity.js';
import { listPurposes } from './purpose.service.js';
import { Purpose } from './purpose.type.js';

@Resolver(() => Purpose)
export class PurposeResolver {
  @Allow(anyone)
  @Query(() => [Purpose], {
    nullable: true,
    description: 'The closed list of purposes, at most 50; null while the service is down.',
  })
  purposes(@Ctx() context: RequestContext): Promise<PurposeEntity[]> {
    return listPurposes(context);
  }

  @FieldResolver(() => String, { description: 'The name in the caller’s language.' })
  name(@Root() purpose: PurposeEntity, @Ctx() context: RequestContext): string {
    return context.localize(purpose.name);
  }

  @FieldResolver(() => String, { description: 'What the purpose allows, in the caller’s language.' })
  legalText(@Root() purpose: PurposeEntity, @Ctx() context: RequestContext): string {
    return context.localize(purpose.legalText);
  }
}
