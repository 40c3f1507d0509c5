import type { RequestContext } from '@birlik/trust/context';
import type { TableOutcome } from '@birlik/trust/erasure-order';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ErasedTable } from './erasure-request.type.js';

@Resolver(() => ErasedTable)
export class ErasedTableResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why rows were kept, in the caller’s language; null if none was.',
  })
  reason(@Root() { reason }: TableOutcome, @Ctx() context: RequestContext): string | null {
    return reason && context.localize(reason);
  }
}
