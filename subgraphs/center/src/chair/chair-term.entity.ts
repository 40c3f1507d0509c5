import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

const ChairTermSchema = defineEntity({
  name: 'ChairTermEntity',
  tableName: 'chair_term',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    startsOn: p.date(),
    endsOn: p.date(),
    announcedAtId: p.uuid().nullable(),
    projectsToldAtId: p.uuid().nullable(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class ChairTermEntity extends ChairTermSchema.class {}
ChairTermSchema.setClass(ChairTermEntity);
