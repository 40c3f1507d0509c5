import { connectionType } from '@birlik/kernel/connection';
import type { LocalizedText } from '@birlik/kernel/localized';
import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { LocalizedField } from '@birlik/trust/localized-field';
import { OrganizationField, type Organization } from '@birlik/trust/organization';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { articleKinds, type ArticleKind } from './article.entity.js';

registerEnumType(articleKinds, {
  name: 'AlumniArticleKind',
  description: 'What a text for people abroad is.',
  valuesConfig: {
    NEWS: { description: 'Something that has happened or will.' },
    GUIDE: { description: 'How something is done, such as a first week in a country.' },
  },
});

@ObjectType({ description: 'News or a guide for people abroad, by the platform or an association.' })
export class AlumniArticle {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The article’s id.' })
  readonly id!: string;

  @Field(() => articleKinds, { description: 'What it is.' })
  readonly kind!: ArticleKind;

  @LocalizedField({ description: 'The title in the caller’s language, or in Azerbaijani where `language` says so.' })
  readonly title!: LocalizedText;

  @LocalizedField({ description: 'The text in the caller’s language, or in Azerbaijani where `language` says so.' })
  readonly body!: LocalizedText;

  @Field(() => DateTimeScalar, { description: 'When it was published.' })
  readonly publishedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last corrected; null if never.' })
  readonly correctedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its publisher withdrew it, who alone still sees it; null as long as it stands.',
  })
  readonly withdrawnAt!: Date | null;

  @OrganizationField({ description: 'Who published it; null while the registry is down.' })
  readonly organization!: Organization;

  @SourceField()
  readonly source!: Source | null;
}

export const AlumniArticleConnection = connectionType('AlumniArticle', () => AlumniArticle);
export const AlumniArticleResult = resultType(
  'AlumniArticleResult',
  AlumniArticle,
  'The article as it is now, or why it did not change.',
);
