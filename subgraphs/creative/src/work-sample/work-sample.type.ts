import { resultType } from '@birlik/kernel/problem';
import { FileFields, FileLinkFields } from '@birlik/trust/file-type';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'Where the bytes of a work sample are sent to (`PUT`) or come from (`GET`), at the gateway, for a short time.',
})
export class WorkSampleLink extends FileLinkFields {}

@ObjectType({ description: 'A file that shows something of a person’s work.' })
export class CreativeWorkSample extends FileFields {
  @Field(() => ID, { name: 'applicationId', description: 'The application to which the person put it.' })
  readonly subjectId!: string;
}

@ObjectType({ description: 'A work sample that was announced, and where its bytes go.' })
export class WorkSampleUpload {
  @Field(() => CreativeWorkSample, { description: 'The work sample, whose bytes are awaited.' })
  readonly file!: CreativeWorkSample;

  @Field(() => WorkSampleLink, { description: 'Where its bytes are sent to by `PUT`, once.' })
  readonly link!: WorkSampleLink;
}

@ObjectType({ description: 'A work sample that was removed, with its bytes.' })
export class RemovedWorkSample {
  @Field(() => ID, { description: 'The id that it had.' })
  readonly id!: string;

  @Field(() => String, { description: 'The name that it had.' })
  readonly name!: string;
}

export const AnnounceWorkSampleResult = resultType(
  'AnnounceWorkSampleResult',
  WorkSampleUpload,
  'Where the bytes go, or why such a file is not taken.',
);
export const RemoveWorkSampleResult = resultType(
  'RemoveWorkSampleResult',
  RemovedWorkSample,
  'What was removed, or why nothing was.',
);
