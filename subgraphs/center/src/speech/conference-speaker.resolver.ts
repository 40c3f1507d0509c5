import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ConferenceSpeakerEntity } from './conference-speaker.entity.js';
import { ConferenceSpeaker } from './conference-speaker.type.js';

@Resolver(() => ConferenceSpeaker)
export class ConferenceSpeakerResolver {
  @FieldResolver(() => [String], {
    description: 'The topics that the speaker discussed, in the caller’s language; empty if unsaid.',
  })
  topics(@Root() { topics }: ConferenceSpeakerEntity, @Ctx() context: RequestContext): string[] {
    return topics.map((topic) => context.localize(topic));
  }
}
