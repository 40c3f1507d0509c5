import { newId } from '@birlik/kernel/identifier';
import { defineStory } from '@birlik/test/testkit/story';

let intakes = 0;

/** An intake of eight weeks, long ago, on a day that no other has. */
export const intake = defineStory('intake', () => ({
  id: newId(),
  organization_id: newId(),
  starts_on: new Date(Date.UTC(1900, 0, ++intakes)).toISOString().slice(0, 10),
  weeks: 8,
}));

/** Somebody who takes part in Master 1; the intake is there already. */
export const participation = defineStory('programme_participation', () => ({
  id: newId(),
  organization_id: newId(),
  volunteer_id: newId(),
  intake_id: newId(),
  joined_on: '2026-01-15',
  master1_status: 'active',
  master1_score: null,
  master1_certificate_type_id: null,
}));

/** A type of certificate that half of all points are enough for. */
export const certificateType = defineStory('certificate_type', () => ({
  id: newId(),
  organization_id: newId(),
  name: { az: 'Ad' },
  version: 1,
  minimum_score: 51,
}));

/** A valid certificate of Master 1; the participation and the type are there already. */
export const certificate = defineStory('certificate', () => ({
  id: newId(),
  organization_id: newId(),
  volunteer_id: newId(),
  participation_id: newId(),
  stage: 'master_1',
  certificate_type_id: newId(),
  serial_number: newId(),
  issued_on: '2026-03-12',
  revoked_at: null,
  approved_by_organization_id: newId(),
}));
