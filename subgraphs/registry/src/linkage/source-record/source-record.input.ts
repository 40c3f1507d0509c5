import { IsISO8601, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';

/** A text that PostgreSQL can keep and that does not only look like one. */
const readable = /^(?!\s*$)[^\p{Cc}\p{Cs}]*$/u;

@InputType({ description: 'A person as the viewer’s organisation has written them down, in any alphabet.' })
export class SourceRecordInput {
  @IsString()
  @MinLength(1)
  @Matches(readable)
  @MaxLength(100)
  @Field(() => String, {
    nullable: true,
    description:
      'What the organisation’s own register calls the record; the same key later means a new version. Without one the record is refused.',
  })
  readonly localKey?: string | null;

  @IsString()
  @MinLength(1)
  @Matches(readable)
  @MaxLength(200)
  @Field(() => String, {
    nullable: true,
    description: 'The given name, or several. Without one the record is refused.',
  })
  readonly givenName?: string | null;

  @IsString()
  @MinLength(1)
  @Matches(readable)
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: 'The family name. Without one the record is refused.' })
  readonly familyName?: string | null;

  @IsOptional()
  @IsString()
  @Matches(/^[^\p{Cc}\p{Cs}]*$/u)
  @MaxLength(200)
  @Field(() => String, {
    nullable: true,
    description: 'The father’s name, with oğlu or qızı or without; unset if not known.',
  })
  readonly patronymic?: string | null;

  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(/^(?!0000)\d{4}-\d{2}-\d{2}$/)
  @Field(() => String, {
    nullable: true,
    description:
      'The day of birth, as `YYYY-MM-DD`; unset if not known. A day that there is not refuses the record alone.',
  })
  readonly birthDate?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  @Field(() => String, {
    nullable: true,
    description:
      'A telephone number as people write it, with or without the code of its country, which is Azerbaijan then; kept in E.164 form. Unset if not known.',
  })
  readonly phone?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(320)
  @Field(() => String, {
    nullable: true,
    description: 'An e-mail address, with or without a name before it; unset if not known.',
  })
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
