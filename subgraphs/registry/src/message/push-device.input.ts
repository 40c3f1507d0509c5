import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'A device on which the viewer wants to be told.' })
export class AddPushDeviceInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_000)
  @Field(() => String, { description: 'What the service of the device’s maker calls it, at most 1000 characters.' })
  readonly token!: string;
}
