import { Allow, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { office } from '../membership/organization/authority.service.js';
import { TakeMessageNoticesInput } from './message-notice.input.js';
import { takeNotices } from './message-notice.service.js';

@Resolver()
export class MessageNoticeResolver {
  @Allow(writeScope, office('system'))
  @Mutation(() => String, {
    nullable: true,
    description:
      'Takes notices that a member has written to people, and gives the receipt for the member; for the office’s system, which carries both. Null while the service is down.',
  })
  takeMessageNotices(
    @Ctx() context: RequestContext,
    @Arg('input', () => TakeMessageNoticesInput, { description: 'The notices.' }) input: TakeMessageNoticesInput,
  ): Promise<string> {
    return takeNotices(context, input);
  }
}
