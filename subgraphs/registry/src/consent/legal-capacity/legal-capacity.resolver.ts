import { DomainError } from '@birlik/kernel/errors';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { isUUID } from 'class-validator';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { explain } from '../../messages.js';
import { readLegalCapacity } from './legal-capacity.service.js';
import { LegalCapacity } from './legal-capacity.type.js';

/** People who are asked about at once. */
const mostAsked = 20;

@Resolver()
export class LegalCapacityResolver {
  @Allow(anyone)
  @Query(() => LegalCapacity, {
    nullable: true,
    description:
      'For whom the viewer decides now. The gateway asks it before an operation that needs somebody of age or a guardian, and tells the member that the operation is for. Null while the service is down.',
  })
  legalCapacity(
    @Ctx() context: RequestContext,
    @Arg('people', () => [ID], {
      defaultValue: [],
      description: `Whom to ask about beside the viewer, at most ${mostAsked}.`,
    })
    people: string[],
  ): Promise<LegalCapacity> {
    if (people.length > mostAsked || !people.every((one) => isUUID(one))) {
      throw new DomainError('BAD_USER_INPUT', explain('people-not-asked', { most: mostAsked }));
    }
    return readLegalCapacity(context, people);
  }
}
