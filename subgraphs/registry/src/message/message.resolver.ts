import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { OrganizationEntity } from '../membership/organization/organization.entity.js';
import { organizationById } from '../membership/organization/organization.loader.js';
import { Organization } from '../membership/organization/organization.type.js';
import type { MessageDeliveryEntity } from './message-delivery.entity.js';
import { deliveriesByMessage } from './message-delivery.loader.js';
import { choicesOf, preferenceOf } from './message-preference.rule.js';
import { setPreference } from './message-preference.service.js';
import type { MessageEntity } from './message.entity.js';
import { MarkMessagesInput, SetMessagePreferencesInput } from './message.input.js';
import { markMessages } from './message.service.js';
import { Message, MessageDelivery, SetMessagePreferencesResult, type MessagePreferences } from './message.type.js';

@Resolver(() => Message)
export class MessageResolver {
  @Allow(writeScope, volunteer)
  @Mutation(() => [Message], {
    nullable: true,
    description:
      'Marks the viewer’s own messages as read and archived or not; at most 100, null while the service is down.',
  })
  markMessages(
    @Ctx() context: RequestContext,
    @Arg('input', () => MarkMessagesInput, { description: 'The messages and their marks.' }) input: MarkMessagesInput,
  ): Promise<MessageEntity[]> {
    return markMessages(context, input);
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => SetMessagePreferencesResult, {
    description: 'Says how the viewer wants to be told beside the inbox, in place of what they said before.',
  })
  setMessagePreferences(
    @Ctx() context: RequestContext,
    @Arg('input', () => SetMessagePreferencesInput, { description: 'How they want to be told.' })
    input: SetMessagePreferencesInput,
  ): Promise<MessagePreferences | Problem> {
    return asResult(async () => choicesOf(await setPreference(context, preferenceOf(input))));
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'On whose behalf the registry writes; null where it is its own.',
  })
  organization(
    @Root() message: MessageEntity,
    @Ctx() context: RequestContext,
  ): Promise<OrganizationEntity | null> | null {
    return message.organizationId ? organizationById.load(context, message.organizationId) : null;
  }

  @FieldResolver(() => [MessageDelivery], { description: 'Where it went beside the inbox, at most 3: once a channel.' })
  deliveries(@Root() message: MessageEntity, @Ctx() context: RequestContext): Promise<MessageDeliveryEntity[]> {
    return deliveriesByMessage.load(context, message.id);
  }
}
