import { Allow, writeScope } from '@birlik/trust/allow';
import { office } from '../membership/organization/authority.service.js';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { dispatchErasures, listDeliveries, recordErasures } from './erasure-delivery.service.js';
import { beginErasures } from './erasure-request.service.js';
import { ErasureDelivery } from './erasure-request.type.js';
import { DispatchErasuresInput, RecordErasuresInput } from './erasure.input.js';

@Resolver()
export class ErasureDeliveryResolver {
  @Allow(office('system'))
  @Query(() => [ErasureDelivery], {
    nullable: true,
    description:
      'The members to which orders of erasure are dispatched, at most 100, for the office’s system; null while the service is down.',
  })
  erasureDeliveries(@Ctx() context: RequestContext): Promise<ErasureDelivery[]> {
    return listDeliveries(context);
  }

  @Allow(writeScope, office('system'))
  @Mutation(() => Int, {
    nullable: true,
    description:
      'Begins the erasures whose delay is over and gives how many there were, at most 100; for the office’s system. Null while the service is down.',
  })
  beginErasures(@Ctx() context: RequestContext): Promise<number> {
    return beginErasures(context);
  }

  @Allow(writeScope, office('system'))
  @Mutation(() => [String], {
    nullable: true,
    description:
      'Takes in what a member said and gives the encrypted orders that it has to be sent, at most 100; for the office’s system. Null while the service is down.',
  })
  dispatchErasures(
    @Ctx() context: RequestContext,
    @Arg('input', () => DispatchErasuresInput, { description: 'What the member said.' }) input: DispatchErasuresInput,
  ): Promise<string[]> {
    const { member, state = null, orders } = input;
    return dispatchErasures(context, { member, state, orders });
  }

  @Allow(writeScope, office('system'))
  @Mutation(() => Int, {
    nullable: true,
    description:
      'Records a member’s receipts and gives how many there were; for the office’s system. Null while the service is down.',
  })
  recordErasures(
    @Ctx() context: RequestContext,
    @Arg('input', () => RecordErasuresInput, { description: 'The receipts.' }) input: RecordErasuresInput,
  ): Promise<number> {
    return recordErasures(context, input.member, input.receipts);
  }
}
