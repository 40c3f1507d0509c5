import { connectionType } from '@birlik/kernel/connection';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { messageChannels, messageKinds, type MessageChannel, type MessageKind } from './message.entity.js';
import { deliveryStates, type DeliveryState } from './message-delivery.entity.js';

registerEnumType(deliveryStates, {
  name: 'DeliveryState',
  description: 'How far a message has come on a channel.',
  valuesConfig: {
    WAITING: { description: 'It is about to be sent.' },
    QUIET: { description: 'It waits for the end of the person’s quiet hours.' },
    DELIVERED: { description: 'It was handed over.' },
    FAILING: { description: 'It could not be handed over and is tried again.' },
    GIVEN_UP: { description: 'It was not handed over, and is not tried again.' },
  },
});

@ObjectType({
  description: 'What became of a message beside the inbox, for the organisation on whose behalf it was written.',
})
export class SentDelivery {
  @Field(() => messageChannels, { description: 'The channel.' })
  readonly channel!: MessageChannel;

  @Field(() => deliveryStates, { description: 'How far it has come.' })
  readonly state!: DeliveryState;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was handed over; null until then.' })
  readonly deliveredAt!: Date | null;
}

@ObjectType({
  description:
    'A message in a person’s inbox, for the organisation on whose behalf it was written: neither its text nor an address.',
})
export class SentMessage {
  @Field(() => ID, { description: 'The message’s id.' })
  readonly id!: string;

  @Field(() => messageKinds, { description: 'What it is about.' })
  readonly kind!: MessageKind;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  readonly sentAt!: Date;

  @Field(() => Boolean, { description: 'Whether the person has marked it as read.' })
  readonly isRead!: boolean;
}

export const SentMessageConnection = connectionType('SentMessage', () => SentMessage);
