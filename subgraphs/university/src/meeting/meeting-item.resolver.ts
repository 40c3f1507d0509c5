import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { MeetingItemEntity } from './meeting-item.entity.js';
import { MeetingItem } from './meeting-item.type.js';
import type { MeetingSpeakerEntity } from './meeting-speaker.entity.js';
import { speakersByMeeting } from './meeting-speaker.loader.js';
import { MeetingSpeaker } from './meeting-speaker.type.js';

@Resolver(() => MeetingItem)
export class MeetingItemResolver {
  @FieldResolver(() => [MeetingSpeaker], {
    description: 'Who speaks or answers, at most 50; empty where nobody does.',
  })
  async speakers(
    @Root() { meetingId, speakerIds }: MeetingItemEntity,
    @Ctx() context: RequestContext,
  ): Promise<MeetingSpeakerEntity[]> {
    const speakers = await speakersByMeeting.load(context, meetingId);
    return speakers.filter(({ id }) => speakerIds.includes(id));
  }
}
