import type { Connection } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SeenPerson } from '../../decision/grant.loader.js';
import { Volunteer } from '../../people/volunteer/volunteer.type.js';
import type { AccessLogEntryEntity } from './access-log-entry.entity.js';
import { AccessLogArgs } from './access-log-entry.input.js';
import { listAccessLog } from './access-log-entry.service.js';
import { AccessLogEntryConnection } from './access-log-entry.type.js';

@Resolver(() => Volunteer)
export class VolunteerAccessLogResolver {
  @FieldResolver(() => AccessLogEntryConnection, {
    nullable: true,
    description:
      'Who asked for this person’s data, refusals too, newest first; a read for a purpose with a delay is shown when that is over. Null for anyone but the person and the guardian of a minor.',
  })
  whoViewedMyData(
    @Root() volunteer: SeenPerson,
    @Ctx() context: RequestContext,
    @Args(() => AccessLogArgs) args: AccessLogArgs,
  ): Promise<Connection<AccessLogEntryEntity> | null> {
    return listAccessLog(context, args, volunteer);
  }
}
