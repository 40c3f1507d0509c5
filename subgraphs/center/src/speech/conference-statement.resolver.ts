import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ConferenceSpeakerEntity } from './conference-speaker.entity.js';
import { ConferenceSpeaker } from './conference-speaker.type.js';
import type { ConferenceStatementEntity } from './conference-statement.entity.js';
import { ConferenceStatement } from './conference-statement.type.js';
import { speakerById } from './speech.loader.js';

@Resolver(() => ConferenceStatement)
export class ConferenceStatementResolver {
  @FieldResolver(() => ConferenceSpeaker, {
    nullable: true,
    description: 'Who said it; null if it was said at the conference by nobody who is named.',
  })
  async speaker(
    @Root() { speakerId }: ConferenceStatementEntity,
    @Ctx() context: RequestContext,
  ): Promise<ConferenceSpeakerEntity | null> {
    return speakerId ? speakerById.load(context, speakerId) : null;
  }
}
