import { defineRowLoader, defineRowsLoader } from '@birlik/kernel/rows';
import { ConferenceReportEntity } from './conference-report.entity.js';
import { ConferenceSessionEntity } from './conference-session.entity.js';
import { ConferenceSpeakerEntity } from './conference-speaker.entity.js';
import { ConferenceStatementEntity } from './conference-statement.entity.js';

/** How many parts of each kind a conference shows at the most. */
const most = 100;

/** A conference's sessions in their order. */
export const sessionsByConference = defineRowsLoader(ConferenceSessionEntity, 'conferenceId', {
  readers: 'everyone',
  orderBy: [{ position: 'asc' }],
  most,
});

/** Who spoke at a conference, in the order in which they are named. */
export const speakersByConference = defineRowsLoader(ConferenceSpeakerEntity, 'conferenceId', {
  readers: 'everyone',
  orderBy: [{ position: 'asc' }],
  most,
});

/** What was said at a conference, in its order. */
export const statementsByConference = defineRowsLoader(ConferenceStatementEntity, 'conferenceId', {
  readers: 'everyone',
  orderBy: [{ position: 'asc' }],
  most,
});

/** The reports that were given at a conference, in their order. */
export const reportsByConference = defineRowsLoader(ConferenceReportEntity, 'conferenceId', {
  readers: 'everyone',
  orderBy: [{ position: 'asc' }],
  most,
});

export const speakerById = defineRowLoader(ConferenceSpeakerEntity, 'id', { readers: 'everyone' });
