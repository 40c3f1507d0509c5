import { IsString, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'A member’s signature on a head of the access log.' })
export class RecordCountersignatureInput {
  @IsString()
  @MaxLength(100)
  @Field(() => String, { description: 'The member, such as `university`.' })
  readonly member!: string;

  @IsString()
  @MaxLength(2000)
  @Field(() => String, { description: 'The signature, a compact JWS.' })
  readonly countersignature!: string;

  @IsString()
  @MaxLength(1000)
  @Field(() => String, { description: 'The public key of the member, as a JSON Web Key.' })
  readonly witnessKey!: string;
}
