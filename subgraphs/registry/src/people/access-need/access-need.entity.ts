import { defineEntity, p } from '@mikro-orm/core';

/** What somebody may need to take part, by its names in the graph. */
export const accessNeedKinds = {
  STEP_FREE: 'step-free',
  WHEELCHAIR: 'wheelchair',
  SEAT: 'seat',
  REST: 'rest',
  SIGN_LANGUAGE: 'sign-language',
  CAPTIONS: 'captions',
  LARGE_PRINT: 'large-print',
  SCREEN_READER: 'screen-reader',
  QUIET_PLACE: 'quiet-place',
  COMPANION: 'companion',
  SERVICE_ANIMAL: 'service-animal',
  DIET: 'diet',
  MEDICINE: 'medicine',
} as const;
export type AccessNeedKind = (typeof accessNeedKinds)[keyof typeof accessNeedKinds];

const AccessNeedSchema = defineEntity({
  name: 'AccessNeedEntity',
  tableName: 'access_need',
  readonly: true,
  properties: {
    id: p.uuid().primary(),
    volunteerId: p.uuid(),
    needs: p.array().$type<AccessNeedKind[]>(),
    note: p.string().nullable(),
    statedAt: p.datetime(),
  },
});

/** What a person said that they need to take part. */
export class AccessNeedEntity extends AccessNeedSchema.class {}
AccessNeedSchema.setClass(AccessNeedEntity);
