import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ConferenceEntity } from '../conference/conference.entity.js';
import { Conference } from '../conference/conference.type.js';
import type { ConferenceReportEntity } from './conference-report.entity.js';
import { ConferenceReport } from './conference-report.type.js';
import type { ConferenceSessionEntity } from './conference-session.entity.js';
import { ConferenceSession } from './conference-session.type.js';
import type { ConferenceSpeakerEntity } from './conference-speaker.entity.js';
import { ConferenceSpeaker } from './conference-speaker.type.js';
import type { ConferenceStatementEntity } from './conference-statement.entity.js';
import { ConferenceStatement } from './conference-statement.type.js';
import {
  reportsByConference,
  sessionsByConference,
  speakersByConference,
  statementsByConference,
} from './speech.loader.js';

@Resolver(() => Conference)
export class ConferenceSpeechResolver {
  @FieldResolver(() => [ConferenceSession], {
    description: 'Its parts in their order, at most 100; empty if they are not known.',
  })
  sessions(@Root() { id }: ConferenceEntity, @Ctx() context: RequestContext): Promise<ConferenceSessionEntity[]> {
    return sessionsByConference.load(context, id);
  }

  @FieldResolver(() => [ConferenceSpeaker], {
    description: 'Who spoke, with their offices, at most 100; empty if nobody is named.',
  })
  speakers(@Root() { id }: ConferenceEntity, @Ctx() context: RequestContext): Promise<ConferenceSpeakerEntity[]> {
    return speakersByConference.load(context, id);
  }

  @FieldResolver(() => [ConferenceStatement], {
    description: 'What was said and announced, in its order, at most 100; empty if it is not known.',
  })
  statements(@Root() { id }: ConferenceEntity, @Ctx() context: RequestContext): Promise<ConferenceStatementEntity[]> {
    return statementsByConference.load(context, id);
  }

  @FieldResolver(() => [ConferenceReport], {
    description: 'The reports that were presented, at most 100; empty if none is known.',
  })
  reports(@Root() { id }: ConferenceEntity, @Ctx() context: RequestContext): Promise<ConferenceReportEntity[]> {
    return reportsByConference.load(context, id);
  }
}
