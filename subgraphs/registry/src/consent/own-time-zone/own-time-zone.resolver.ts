import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { OwnFactsChange } from '../../people/own-facts/own-facts.type.js';
import { changeOwnTimeZone } from './own-time-zone.service.js';
import { OwnTimeZoneResult } from './own-time-zone.type.js';

@Resolver()
export class OwnTimeZoneResolver {
  @Allow(writeScope, volunteer)
  @Mutation(() => OwnTimeZoneResult, {
    description:
      'Says in which time zone the viewer’s days are counted. A minor is of age at midnight there, so that the guardian says it for a minor.',
  })
  changeOwnTimeZone(
    @Ctx() context: RequestContext,
    @Arg('timeZone', () => String, {
      nullable: true,
      description: 'The zone, such as `Asia/Tokyo`; unset for that of the organisation that registered the person.',
    })
    timeZone: string | null,
    @Arg('onBehalfOf', () => ID, {
      nullable: true,
      description: 'The minor for whom the viewer decides as guardian; unset for the viewer’s own.',
    })
    onBehalfOf: string | null,
  ): Promise<OwnFactsChange | Problem> {
    return asResult(() => changeOwnTimeZone(context, timeZone ?? null, onBehalfOf ?? null));
  }
}
