import type { TableOutcome } from '@birlik/trust/erasure-order';
import { defineEntity, p } from '@mikro-orm/core';

const ErasureRequestSchema = defineEntity({
  name: 'ErasureRequestEntity',
  tableName: 'erasure_request',
  readonly: true,
  properties: {
    id: p.uuid().primary(),
    /** Null until it takes effect. */
    number: p.integer().nullable(),
    volunteerId: p.uuid(),
    requestedAt: p.datetime(),
    /** When the erasure begins; until then it can be taken back. */
    takesEffectAt: p.datetime(),
    withdrawnAt: p.datetime().nullable(),
    deadline: p.datetime(),
    /** What became of the registry's own rows. */
    tables: p.json<readonly TableOutcome[]>(),
    completedAt: p.datetime().nullable(),
  },
});

export class ErasureRequestEntity extends ErasureRequestSchema.class {}
ErasureRequestSchema.setClass(ErasureRequestEntity);
