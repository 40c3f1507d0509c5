import { testSources } from '@birlik/test/testkit/sources';
import { member } from './member.js';

testSources(member, {
  // What an organisation does by itself, and tells to those whom it concerns.
  unshown: [
    'matching_round',
    'matching_association',
    'matching_draft',
    'emergency',
    'emergency_alert',
    'case_cluster',
    'clustered_case',
    'official_meeting',
    'agenda_item',
    'governance_meeting',
    'governance_motion',
    'governance_minutes',
    // The house's own work.
    'job',
  ],
});
