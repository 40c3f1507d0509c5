import { Allow } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Ctx, Query, Resolver } from 'type-graphql';
import { office } from '../organization/authority.service.js';
import { countOfficeQueues } from './office-queue.service.js';
import { OfficeQueues } from './office-queue.type.js';

@Resolver(() => OfficeQueues)
export class OfficeQueueResolver {
  @Allow(office('officer', 'admin'))
  @Query(() => OfficeQueues, {
    nullable: true,
    description:
      'How much waits for the federation’s office, for its officers and admins: an error and null for anyone else; null while the service is down.',
  })
  officeQueues(@Ctx() context: RequestContext): Promise<OfficeQueues> {
    return countOfficeQueues(context);
  }
}
