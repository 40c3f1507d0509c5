import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { CountryCodeScalar } from '@birlik/kernel/scalars';
import { Allow, anyone, organization, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Country } from '../country/country.type.js';
import { articleKinds, type ArticleEntity, type ArticleKind } from './article.entity.js';
import { CorrectAlumniArticleInput, PublishAlumniArticleInput } from './article.input.js';
import { correctArticle, listArticles, publishArticle, withdrawArticle } from './article.service.js';
import { AlumniArticle, AlumniArticleConnection, AlumniArticleResult } from './article.type.js';
import { languageOf, textsOf } from '../text/four-languages.rule.js';
import { FourLanguages } from '../text/four-languages.type.js';

@Resolver(() => AlumniArticle)
export class ArticleResolver {
  @Allow(anyone)
  @Query(() => AlumniArticleConnection, {
    nullable: true,
    description: 'News and guides for people abroad that stand, the newest first; null while the service is down.',
  })
  alumniArticles(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('kind', () => articleKinds, { nullable: true, description: 'Only news or only guides; both if unset.' })
    kind: ArticleKind | null,
    @Arg('countryCode', () => CountryCodeScalar, {
      nullable: true,
      description: 'Only those for this country or for all countries; all if unset.',
    })
    countryCode: string | null,
  ): Promise<Connection<ArticleEntity>> {
    return listArticles(context, args, { kind: kind ?? null, countryCode: countryCode ?? null });
  }

  @Allow(writeScope, organization('officer', 'coordinator', 'admin'))
  @Mutation(() => AlumniArticleResult, {
    description: 'Publishes news or a guide; for officers and coordinators of the platform and its associations.',
  })
  publishAlumniArticle(
    @Ctx() context: RequestContext,
    @Arg('input', () => PublishAlumniArticleInput, { description: 'What is published.' })
    input: PublishAlumniArticleInput,
  ): Promise<ArticleEntity | Problem> {
    return asResult(() => publishArticle(context, input));
  }

  @Allow(writeScope, organization('officer', 'coordinator', 'admin'))
  @Mutation(() => AlumniArticleResult, {
    description: 'Corrects an article of the viewer’s own organisation; what stood there is kept.',
  })
  correctAlumniArticle(
    @Ctx() context: RequestContext,
    @Arg('input', () => CorrectAlumniArticleInput, { description: 'The article as it should have been.' })
    input: CorrectAlumniArticleInput,
  ): Promise<ArticleEntity | Problem> {
    return asResult(() => correctArticle(context, input));
  }

  @Allow(writeScope, organization('officer', 'coordinator', 'admin'))
  @Mutation(() => AlumniArticleResult, {
    description: 'Withdraws an article of the viewer’s own organisation, which nobody else sees from then on.',
  })
  withdrawAlumniArticle(
    @Ctx() context: RequestContext,
    @Directive('@tag(name: "public")')
    @Arg('articleId', () => ID, { description: 'The article’s id.' })
    articleId: string,
  ): Promise<ArticleEntity | Problem> {
    return asResult(() => withdrawArticle(context, articleId));
  }

  @FieldResolver(() => FourLanguages, { description: 'The title in each language in which it was written.' })
  titleTexts(@Root() { title }: ArticleEntity): FourLanguages {
    return textsOf(title);
  }

  @FieldResolver(() => FourLanguages, { description: 'The text in each language in which it was written.' })
  bodyTexts(@Root() { body }: ArticleEntity): FourLanguages {
    return textsOf(body);
  }

  @FieldResolver(() => String, {
    description: 'The language in which the caller is shown it: theirs, or `az` where nobody wrote it in theirs.',
  })
  language(@Root() { body }: ArticleEntity, @Ctx() context: RequestContext): string {
    return languageOf(body, context.localize(body));
  }

  @FieldResolver(() => Country, {
    nullable: true,
    description: 'For people in which country; null if in all, and while the registry is down.',
  })
  country(@Root() { countryCode }: ArticleEntity): Country | null {
    return countryCode == null ? null : { code: countryCode };
  }
}
