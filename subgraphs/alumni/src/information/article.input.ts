import { CountryCodeScalar } from '@birlik/kernel/scalars';
import { IsIn, IsUUID, ValidateNested } from 'class-validator';
import { Directive, Field, ID, InputType } from 'type-graphql';
import { articleKinds, type ArticleKind } from './article.entity.js';
import { FourLanguagesInput } from '../text/four-languages.input.js';

@InputType({ description: 'News or a guide.' })
export class PublishAlumniArticleInput {
  @IsIn(Object.values(articleKinds))
  @Field(() => articleKinds, { description: 'What it is.' })
  readonly kind!: ArticleKind;

  @Field(() => CountryCodeScalar, { nullable: true, description: 'For people in this country; in all if unset.' })
  readonly countryCode?: string | null;

  @ValidateNested()
  @Field(() => FourLanguagesInput, { description: 'The title.' })
  readonly title!: FourLanguagesInput;

  @ValidateNested()
  @Field(() => FourLanguagesInput, { description: 'The text.' })
  readonly body!: FourLanguagesInput;
}

@InputType({ description: 'An article as it should have been; what stood there is kept.' })
export class CorrectAlumniArticleInput {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The article’s id.' })
  readonly articleId!: string;

  @Field(() => CountryCodeScalar, { nullable: true, description: 'For people in this country; in all if unset.' })
  readonly countryCode?: string | null;

  @ValidateNested()
  @Field(() => FourLanguagesInput, { description: 'The title.' })
  readonly title!: FourLanguagesInput;

  @ValidateNested()
  @Field(() => FourLanguagesInput, { description: 'The text.' })
  readonly body!: FourLanguagesInput;
}
