import { Allow } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Ctx, Query, Resolver } from 'type-graphql';
import { office } from '../../membership/organization/authority.service.js';
import { readSubmissionBacklog } from './submission-backlog.service.js';
import { SubmissionBacklog } from './submission-backlog.type.js';

@Resolver()
export class SubmissionBacklogResolver {
  @Allow(office('officer', 'admin'))
  @Query(() => SubmissionBacklog, {
    nullable: true,
    description:
      'What waits of the records that organisations submitted, and whether it is stuck; for the office’s officers. Null while the service is down.',
  })
  submissionBacklog(@Ctx() context: RequestContext): Promise<SubmissionBacklog> {
    return readSubmissionBacklog(context);
  }
}
