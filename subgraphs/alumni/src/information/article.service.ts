import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import type { RequestContext } from '@birlik/trust/context';
import { AssociationEntity } from '../association/association.entity.js';
import { explain } from '../messages.js';
import { PlatformEntity } from '../platform/platform.entity.js';
import { ArticleEntity, type ArticleKind } from './article.entity.js';
import type { CorrectAlumniArticleInput, PublishAlumniArticleInput } from './article.input.js';
import { textOf } from '../text/four-languages.rule.js';

/** What stands, the newest first; what is for all countries stands in each. */
export function listArticles(
  { em }: RequestContext,
  args: ConnectionArgs,
  { kind, countryCode }: { readonly kind: ArticleKind | null; readonly countryCode: string | null },
): Promise<Connection<ArticleEntity>> {
  return findConnection(em, ArticleEntity, {
    args,
    where: {
      withdrawnAt: null,
      ...(kind !== null && { kind }),
      ...(countryCode !== null && { $or: [{ countryCode }, { countryCode: null }] }),
    },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
  });
}

/**
 * The organisation that the viewer acts for, where it publishes here.
 *
 * @throws DomainError FORBIDDEN for an organisation that is neither the platform nor one of its associations
 */
export async function requirePublisher(context: RequestContext): Promise<string> {
  const organizationId = context.requireOrganization();
  const [association, platform] = await Promise.all([
    context.em.count(AssociationEntity, { organizationId }),
    context.em.count(PlatformEntity, { organizationId }),
  ]);
  if (association + platform === 0) throw new DomainError('FORBIDDEN', explain('publishers-only'));
  return organizationId;
}

/** @throws DomainError FORBIDDEN for an organisation that is neither the platform nor one of its associations */
export async function publishArticle(
  context: RequestContext,
  { kind, countryCode = null, title, body }: PublishAlumniArticleInput,
): Promise<ArticleEntity> {
  const organizationId = await requirePublisher(context);
  const id = newId();
  await context.em.insert(ArticleEntity, {
    id,
    organizationId,
    kind,
    countryCode,
    title: textOf(title),
    body: textOf(body),
    publishedAt: context.now(),
  });
  return context.em.findOneOrFail(ArticleEntity, { id });
}

/**
 * Changes an article of the viewer's own organisation; the database keeps what stood there.
 *
 * @throws DomainError NOT_FOUND when it has no such article that stands
 */
async function changeArticle(
  context: RequestContext,
  id: string,
  change: Partial<Pick<ArticleEntity, 'countryCode' | 'title' | 'body' | 'withdrawnAt'>>,
): Promise<ArticleEntity> {
  const organizationId = context.requireOrganization();
  const changed = await context.em.nativeUpdate(ArticleEntity, { id, organizationId, withdrawnAt: null }, change);
  if (changed === 0) throw new DomainError('NOT_FOUND', explain('no-article'));
  return context.em.findOneOrFail(ArticleEntity, { id });
}

/** @throws DomainError NOT_FOUND when the viewer's organisation has no such article that stands */
export function correctArticle(
  context: RequestContext,
  { articleId, countryCode = null, title, body }: CorrectAlumniArticleInput,
): Promise<ArticleEntity> {
  return changeArticle(context, articleId, { countryCode, title: textOf(title), body: textOf(body) });
}

/** @throws DomainError NOT_FOUND when the viewer's organisation has no such article that stands */
export function withdrawArticle(context: RequestContext, id: string): Promise<ArticleEntity> {
  return changeArticle(context, id, { withdrawnAt: context.now() });
}
