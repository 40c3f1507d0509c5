import { defineEntity, p } from '@mikro-orm/core';

const GuardianshipSchema = defineEntity({
  name: 'GuardianshipEntity',
  tableName: 'guardianship',
  properties: {
    id: p.uuid().primary(),
    guardianId: p.uuid(),
    wardId: p.uuid(),
    evidence: p.string(),
    recordedAt: p.datetime(),
    recordedBy: p.string(),
    endedAt: p.datetime().nullable(),
    endedBy: p.string().nullable(),
    /** The day on which the ward is of age: from then on it has no effect. */
    endsOn: p.date().nullable().formula('majority_on(ward_id)'),
    /** Whether the guardian decides now: as `app_wards` has it. */
    inForce: p.boolean().formula('ended_at is null and is_minor(ward_id)'),
  },
});

export class GuardianshipEntity extends GuardianshipSchema.class {}
GuardianshipSchema.setClass(GuardianshipEntity);
