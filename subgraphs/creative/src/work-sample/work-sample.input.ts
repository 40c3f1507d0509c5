import { IsInt, IsString, IsUUID, Length } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'A file that the viewer is about to send with an application of their own.' })
export class AnnounceWorkSampleInput {
  @IsUUID()
  @Field(() => ID, { description: 'The application.' })
  readonly applicationId!: string;

  @IsString()
  @Length(1, 500)
  @Field(() => String, { description: 'The file’s name; a path before it is left out.' })
  readonly name!: string;

  @IsString()
  @Length(1, 100)
  @Field(() => String, { description: 'The file’s media type, such as `application/pdf`.' })
  readonly mediaType!: string;

  @IsInt()
  @Field(() => Int, { description: 'How many bytes the file has.' })
  readonly bytes!: number;
}
