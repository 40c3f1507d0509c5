import type { TableOutcome } from '@birlik/trust/erasure-order';
import { defineEntity, p } from '@mikro-orm/core';

const ErasureRequestSchema = defineEntity({
  name: 'ErasureRequestEntity',
  tableName: 'erasure_request',
  readonly: true,
  properties: {
    id: p.uuid().primary(),
    number: p.integer(),
    volunteerId: p.uuid(),
    requestedAt: p.datetime(),
    deadline: p.datetime(),
    /** What became of the registry's own rows. */
    tables: p.json<readonly TableOutcome[]>(),
    completedAt: p.datetime().nullable(),
  },
});

export class ErasureRequestEntity extends ErasureRequestSchema.class {}
ErasureRequestSchema.setClass(ErasureRequestEntity);
