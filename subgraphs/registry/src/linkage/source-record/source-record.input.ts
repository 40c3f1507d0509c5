import { DateScalar } from '@birlik/kernel/scalars';
import { IsISO8601, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'A person as the viewer’s organisation has written them down, in any alphabet.' })
export class SourceRecordInput {
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  @Field(() => String, {
    description: 'What the organisation’s own register calls the record; the same key later means a new version.',
  })
  readonly localKey!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(200)
  @Field(() => String, { description: 'The given name, or several.' })
  readonly givenName!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(200)
  @Field(() => String, { description: 'The family name.' })
  readonly familyName!: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Field(() => String, {
    nullable: true,
    description: 'The father’s name, with oğlu or qızı or without; unset if not known.',
  })
  readonly patronymic?: string | null;

  @IsOptional()
  @IsISO8601({ strict: true })
  @Field(() => DateScalar, { nullable: true, description: 'The day of birth; unset if not known.' })
  readonly birthDate?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  @Field(() => String, { nullable: true, description: 'A telephone number; unset if not known.' })
  readonly phone?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(320)
  @Field(() => String, { nullable: true, description: 'An e-mail address; unset if not known.' })
  readonly email?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  @Field(() => String, {
    nullable: true,
    description:
      'The person’s FIN, seven digits and letters; unset if not known. It is hashed with a secret key, and neither stored nor logged.',
  })
  readonly nationalNumber?: string | null;
}
