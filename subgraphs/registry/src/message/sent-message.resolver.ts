import { ConnectionArgs, mapConnection, type Connection } from '@birlik/kernel/connection';
import { Allow, organization } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { SentDelivery } from './message-delivery.entity.js';
import type { MessageEntity } from './message.entity.js';
import { listSent } from './message.service.js';
import { sentDeliveriesByMessage } from './sent-delivery.loader.js';
import { SentDelivery as SentDeliveryType, SentMessage, SentMessageConnection } from './sent-message.type.js';

/** A message without what its organisation is not told. */
type Sent = Pick<MessageEntity, 'id' | 'kind' | 'sentAt'> & { readonly isRead: boolean };

@Resolver(() => SentMessage)
export class SentMessageResolver {
  @Allow(organization('officer', 'coordinator', 'system', 'admin'))
  @Query(() => SentMessageConnection, {
    nullable: true,
    description:
      'What became of the messages that the registry and other members wrote to people on behalf of the viewer’s organisation, newest first; for its officers, coordinators and systems. Null while the service is down.',
  })
  async sentMessages(
    @Ctx() context: RequestContext,
    @Arg('volunteerId', () => ID, { nullable: true, description: 'Only those to this person; all if unset.' })
    volunteerId: string | null,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<Sent>> {
    const page = await listSent(context, { args, volunteerId: volunteerId ?? null });
    return mapConnection(page, ({ id, kind, sentAt, readAt }) => ({ id, kind, sentAt, isRead: readAt !== null }));
  }

  @FieldResolver(() => [SentDeliveryType], {
    description: 'What became of it beside the inbox, at most 3, once a channel; empty where it went nowhere else.',
  })
  deliveries(@Root() message: Sent, @Ctx() context: RequestContext): Promise<SentDelivery[]> {
    return sentDeliveriesByMessage.load(context, message.id);
  }
}
