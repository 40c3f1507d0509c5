import { defineEntity, p } from '@mikro-orm/core';

const AccessLogHeadSchema = defineEntity({
  name: 'AccessLogHeadEntity',
  tableName: 'access_log_head',
  readonly: true,
  properties: {
    chain: p.uuid().primary(),
    sequence: p.bigint().primary(),
    statement: p.text(),
  },
});

export class AccessLogHeadEntity extends AccessLogHeadSchema.class {}
AccessLogHeadSchema.setClass(AccessLogHeadEntity);
