import type { RequestContext } from '@birlik/trust/context';
import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { carryErasures, listErrands, recordErasures } from './erasure-errand.service.js';
import { ErasureErrand } from './erasure-request.type.js';
import { CarryErasuresInput, RecordErasuresInput } from './erasure.input.js';

@Resolver()
export class ErasureErrandResolver {
  @Query(() => [ErasureErrand], {
    nullable: true,
    description:
      'The members to which orders of erasure are carried, at most 100, for the office’s system; null while the service is down.',
  })
  erasureErrands(@Ctx() context: RequestContext): Promise<ErasureErrand[]> {
    return listErrands(context);
  }

  @Mutation(() => [String], {
    nullable: true,
    description:
      'Takes in what a member said and gives the sealed orders that it has to be sent, at most 100; for the office’s system. Null while the service is down.',
  })
  carryErasures(
    @Ctx() context: RequestContext,
    @Arg('input', () => CarryErasuresInput, { description: 'What the member said.' }) input: CarryErasuresInput,
  ): Promise<string[]> {
    const { member, state = null, orders } = input;
    return carryErasures(context, { member, state, orders });
  }

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
