import type { TableOutcome } from '@birlik/trust/erasure-order';
import { defineEntity, p } from '@mikro-orm/core';

/** How far one member has come with one request. There is no row before the first attempt to reach it. */
const ErasureOutcomeSchema = defineEntity({
  name: 'ErasureOutcomeEntity',
  tableName: 'erasure_outcome',
  readonly: true,
  properties: {
    requestId: p.uuid().primary(),
    member: p.string().primary(),
    attempts: p.integer(),
    lastAttemptAt: p.datetime().nullable(),
    /** Null until the member has answered, and again when it has lost what it did. */
    acknowledgedAt: p.datetime().nullable(),
    tables: p.json<readonly TableOutcome[]>(),
  },
});

export class ErasureOutcomeEntity extends ErasureOutcomeSchema.class {}
ErasureOutcomeSchema.setClass(ErasureOutcomeEntity);
