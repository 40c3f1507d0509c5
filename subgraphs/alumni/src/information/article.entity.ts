import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

export const articleKinds = { NEWS: 'news', GUIDE: 'guide' } as const;
export type ArticleKind = (typeof articleKinds)[keyof typeof articleKinds];

const ArticleSchema = defineEntity({
  name: 'ArticleEntity',
  tableName: 'article',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    kind: p.string().$type<ArticleKind>(),
    countryCode: p.string().nullable(),
    title: p.json<LocalizedText>(),
    body: p.json<LocalizedText>(),
    publishedAt: p.datetime(),
    correctedAt: p.datetime().nullable(),
    withdrawnAt: p.datetime().nullable(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class ArticleEntity extends ArticleSchema.class {}
ArticleSchema.setClass(ArticleEntity);
