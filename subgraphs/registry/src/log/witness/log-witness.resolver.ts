import { Allow, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { office } from '../../membership/organization/authority.service.js';
import { RecordCountersignatureInput } from './log-witness.input.js';
import { deliverHead, recordCountersignature } from './log-witness.service.js';

@Resolver()
export class LogWitnessResolver {
  @Allow(office('system'))
  @Query(() => String, {
    nullable: true,
    description:
      'The newest head of the access log for one member, with the proof that it goes on from the head that the member has; for the office’s system. Null when the member has the newest, and while the service is down.',
  })
  logHeadDelivery(
    @Ctx() context: RequestContext,
    @Arg('member', () => String, { description: 'The member, such as `university`.' }) member: string,
    @Arg('after', () => Int, { description: 'How many rows the head has that the member has; 0 for none.' })
    after: number,
  ): Promise<string | null> {
    return deliverHead(context, member, after);
  }

  @Allow(writeScope, office('system'))
  @Mutation(() => Boolean, {
    nullable: true,
    description:
      'Records that a member keeps a head of the access log, and says whether that is new; for the office’s system. Null while the service is down.',
  })
  recordCountersignature(
    @Ctx() context: RequestContext,
    @Arg('input', () => RecordCountersignatureInput, { description: 'What the member signed.' })
    { member, ...given }: RecordCountersignatureInput,
  ): Promise<boolean> {
    return recordCountersignature(context, member, given);
  }
}
