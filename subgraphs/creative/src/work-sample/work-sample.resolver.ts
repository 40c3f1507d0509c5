import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { linkToFile, type FileEntity, type FileLink, type FileUpload } from '@birlik/trust/file';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { AnnounceWorkSampleInput } from './work-sample.input.js';
import { announceWorkSample, removeWorkSample } from './work-sample.service.js';
import {
  AnnounceWorkSampleResult,
  CreativeWorkSample,
  RemoveWorkSampleResult,
  WorkSampleLink,
  type RemovedWorkSample,
} from './work-sample.type.js';

@Resolver(() => CreativeWorkSample)
export class WorkSampleResolver {
  @Allow(writeScope, volunteer)
  @Mutation(() => AnnounceWorkSampleResult, {
    description:
      'Announces a file that shows something of the viewer’s work with an application of their own; its bytes are then sent to the link.',
  })
  announceWorkSample(
    @Ctx() context: RequestContext,
    @Arg('input', () => AnnounceWorkSampleInput, { description: 'The application and the file.' })
    input: AnnounceWorkSampleInput,
  ): Promise<FileUpload | Problem> {
    return asResult(() => announceWorkSample(context, input));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => RemoveWorkSampleResult, {
    description: 'Removes a work sample of the viewer’s own, with its bytes.',
  })
  removeWorkSample(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The work sample.' }) id: string,
  ): Promise<RemovedWorkSample | Problem> {
    return asResult(() => removeWorkSample(context, id));
  }

  @FieldResolver(() => WorkSampleLink, {
    nullable: true,
    description: 'Where its bytes are; made anew each time it is asked for. Null while there are none.',
  })
  link(@Root() sample: FileEntity, @Ctx() context: RequestContext): Promise<FileLink | null> {
    return linkToFile(context, sample);
  }
}
