import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A device on which a person wants to be told.' })
export class PushDevice {
  @Field(() => ID, { description: 'The device’s id.' })
  readonly id!: string;

  @Field(() => DateTimeScalar, { description: 'When the person added it.' })
  readonly addedAt!: Date;
}

export const AddPushDeviceResult = resultType(
  'AddPushDeviceResult',
  PushDevice,
  'The device, or why it was not taken.',
);
