import type { RequestContext } from '@birlik/trust/context';
import type { FileEntity } from '@birlik/trust/file';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { workSamplesByGrant } from '../work-sample/work-sample.loader.js';
import { CreativeWorkSample } from '../work-sample/work-sample.type.js';
import type { CreativeApplicationEntity } from './creative-application.entity.js';
import { applicationsByGrant, waitingByGrant } from './creative-application.loader.js';
import { CreativeApplication } from './creative-application.type.js';
import { CreativeRecord } from './creative-record.type.js';

@Resolver(() => CreativeRecord)
export class CreativeRecordResolver {
  @FieldResolver(() => [CreativeApplication], {
    description: 'The person’s applications to campaigns, newest first, at most 20.',
  })
  applications(
    @Root() { grant }: CreativeRecord,
    @Ctx() context: RequestContext,
    @Arg('awaitingGuardian', () => Boolean, {
      defaultValue: false,
      description: 'True for those alone that wait for a guardian.',
    })
    awaitingGuardian: boolean,
  ): Promise<CreativeApplicationEntity[]> {
    return (awaitingGuardian ? waitingByGrant : applicationsByGrant).load(context, grant);
  }

  @FieldResolver(() => [CreativeWorkSample], {
    description: 'The files by which the person shows their work, newest first, at most 50.',
  })
  workSamples(@Root() { grant }: CreativeRecord, @Ctx() context: RequestContext): Promise<FileEntity[]> {
    return workSamplesByGrant.load(context, grant);
  }
}
