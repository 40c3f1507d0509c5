import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import type { SeenPerson } from '../decision/grant.loader.js';
import { isOwnView } from '../decision/own-view.rule.js';
import { Volunteer } from '../people/volunteer/volunteer.type.js';
import { choicesOf } from './message-preference.rule.js';
import { readPreference } from './message-preference.service.js';
import type { MessageEntity } from './message.entity.js';
import { countUnread, listMessages, readMessage } from './message.service.js';
import { Message, MessageConnection, MessagePreferences } from './message.type.js';

@Resolver(() => Volunteer)
export class VolunteerMessagesResolver {
  @FieldResolver(() => MessageConnection, {
    nullable: true,
    description:
      'What the registry and other members wrote to the person, newest first; null for anyone but the person and the guardian of a minor.',
  })
  messages(
    @Root() volunteer: SeenPerson,
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('archived', () => Boolean, {
      nullable: true,
      description: 'The archived ones in place of the others; the others if unset.',
    })
    archived: boolean | null,
  ): Promise<Connection<MessageEntity> | null> {
    return listMessages(context, volunteer, { args, archived: archived ?? false });
  }

  @FieldResolver(() => Message, {
    nullable: true,
    description:
      'One of these messages, archived or not; null if the person has no such message, and for anyone but the person and the guardian of a minor.',
  })
  message(
    @Root() volunteer: SeenPerson,
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The message’s id.' }) id: string,
  ): Promise<MessageEntity | null> {
    return readMessage(context, volunteer, id);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'How many messages the person has neither read nor archived; null for anyone but the person and the guardian of a minor.',
  })
  unreadMessages(@Root() volunteer: SeenPerson, @Ctx() context: RequestContext): Promise<number | null> {
    return countUnread(context, volunteer);
  }

  @FieldResolver(() => MessagePreferences, {
    nullable: true,
    description: 'How the person wants to be told; null for anyone but the person.',
  })
  async messagePreferences(
    @Root() volunteer: SeenPerson,
    @Ctx() context: RequestContext,
  ): Promise<MessagePreferences | null> {
    return isOwnView(context, volunteer) ? choicesOf(await readPreference(context.em, volunteer.id)) : null;
  }
}
