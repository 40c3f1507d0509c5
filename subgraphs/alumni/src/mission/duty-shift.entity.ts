import { defineEntity, p } from '@mikro-orm/core';

const DutyShiftSchema = defineEntity({
  name: 'DutyShiftEntity',
  tableName: 'duty_shift',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    missionId: p.uuid().nullable(),
    officer: p.string(),
    officerIssuer: p.string().nullable(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
  },
});

/** An officer is on duty from `startsAt` to before `endsAt`, for a mission or for the whole platform. */
export class DutyShiftEntity extends DutyShiftSchema.class {}
DutyShiftSchema.setClass(DutyShiftEntity);
