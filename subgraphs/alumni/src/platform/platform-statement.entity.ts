import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

export type PlatformStatementKind = 'goal' | 'duty' | 'activity';

const PlatformStatementSchema = defineEntity({
  name: 'PlatformStatementEntity',
  tableName: 'platform_statement',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    platformId: p.uuid(),
    kind: p.string().$type<PlatformStatementKind>(),
    position: p.integer(),
    text: p.json<LocalizedText>(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class PlatformStatementEntity extends PlatformStatementSchema.class {}
PlatformStatementSchema.setClass(PlatformStatementEntity);
