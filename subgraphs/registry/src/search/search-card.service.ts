import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import type { RequestContext } from '@birlik/trust/context';
import { facetValue, type SearchFacet } from '@birlik/trust/search-facet';
import { purposes } from '@birlik/trust/purpose';
import type { SeenPerson } from '../decision/grant.loader.js';
import { endRights } from '../decision/right-lock.service.js';
import { requireConsentActor, requireConsentingAge, standsFor } from '../consent/guardianship/guardianship.service.js';
import { OrganizationEntity, type OrganizationKind } from '../membership/organization/organization.entity.js';
import { explain } from '../messages.js';
import { purposeCode } from '../reference/purpose/purpose-code.rule.js';
import { chooseFacets, refreshFacets, type FacetChoice } from './card-facet.rule.js';
import { heldFacets } from './held-facet.service.js';
import { everybody, SearchCardEntity, type CardFacet } from './search-card.entity.js';

/** A card as a person publishes it. */
export type CardTerms = FacetChoice & {
  readonly purpose: string;
  readonly everybody?: boolean | null;
  readonly organizationIds?: readonly string[] | null;
  readonly organizationKinds?: readonly OrganizationKind[] | null;
  readonly statements?: readonly string[] | null;
};

/** A card as others see it. */
export interface ShownCard {
  readonly volunteer: SeenPerson;
  readonly facets: readonly CardFacet[];
  readonly publishedOn: string;
  readonly refreshedOn: string;
}

const dayOf = (time: Date): string => time.toISOString().slice(0, 10);

/** The card as it is shown to whoever finds it. */
export function shownCard({ volunteerId, facets, publishedAt, refreshedAt }: SearchCardEntity): ShownCard {
  const [publishedOn, refreshedOn] = [dayOf(publishedAt), dayOf(refreshedAt)];
  return { volunteer: { id: volunteerId }, facets, publishedOn, refreshedOn };
}

/** A person's cards, one for a purpose, or null for a viewer who is neither the person nor a guardian. */
export async function listCards(context: RequestContext, person: SeenPerson): Promise<SearchCardEntity[] | null> {
  if (!(await standsFor(context, person))) return null;
  return context.em.find(SearchCardEntity, { volunteerId: person.id }, { orderBy: { purpose: 'asc' } });
}

/** What may stand on a card of the person's, or null for a viewer who is neither the person nor a guardian. */
export async function offerFacets(
  context: RequestContext,
  person: SeenPerson,
  statements: readonly string[],
): Promise<{ readonly facets: readonly CardFacet[] } | null> {
  if (!(await standsFor(context, person))) return null;
  return heldFacets(context, person, statements);
}

/**
 * The card as it would be seen if it were published, or null for a viewer who is neither the person nor a guardian.
 *
 * @throws DomainError as {@link publishCard} does
 */
export async function previewCard(
  context: RequestContext,
  person: SeenPerson,
  terms: CardTerms,
): Promise<ShownCard | null> {
  if (!(await standsFor(context, person))) return null;
  const { facets } = await readTerms(context, person, terms);
  const today = dayOf(new Date());
  return { volunteer: { id: person.id }, facets, publishedOn: today, refreshedOn: today };
}

/**
 * Publishes the viewer's card for a purpose, in the place of the one that there was.
 *
 * @param onBehalfOf the minor for whom the viewer publishes it as guardian; the viewer if unset
 * @throws DomainError NOT_FOUND (ward, purpose or organisation), BAD_USER_INPUT (nothing on it, nobody to find it, a purpose that
 *   opens nothing, a value that there is not, or a statement that does not hold) or REPRESENTATIVE_REQUIRED (a minor alone)
 */
export async function publishCard(
  context: RequestContext,
  terms: CardTerms,
  onBehalfOf?: string | null,
): Promise<SearchCardEntity> {
  const { volunteerId, byGuardian, ...actor } = await requireConsentActor(context, onBehalfOf);
  requireConsentingAge({ volunteerId, byGuardian, ...actor });
  const { purpose, audiences, facets } = await readTerms(context, { id: volunteerId }, terms);
  return context.em.transactional(async (em) => {
    // Whoever was in the audience before, and is no more, finds it no later.
    await endRights(em, volunteerId);
    const now = new Date();
    const content = { audiences, facets: [...facets], publishedAt: now, refreshedAt: now, byGuardian };
    const published = await em.findOne(SearchCardEntity, { volunteerId, purpose });
    if (published) return em.assign(published, content);
    return em.create(SearchCardEntity, { id: newId(), volunteerId, purpose, ...content });
  });
}

/**
 * Brings the viewer's cards up to date with what members hold now. A card on which nothing is left is withdrawn.
 *
 * @param statements what members stated just now; what they hold whose statement is not among them stays as it is
 * @param onBehalfOf the minor for whom the viewer does it as guardian; the viewer if unset
 * @throws DomainError NOT_FOUND (ward) or BAD_USER_INPUT (a statement that does not hold)
 */
export async function refreshCards(
  context: RequestContext,
  statements: readonly string[],
  onBehalfOf?: string | null,
): Promise<{ readonly cards: SearchCardEntity[] }> {
  const { volunteerId } = await requireConsentActor(context, onBehalfOf);
  const { facets: held, covers } = await heldFacets(context, { id: volunteerId }, statements);
  return context.em.transactional(async (em) => {
    await endRights(em, volunteerId);
    const cards: SearchCardEntity[] = [];
    for (const card of await em.find(SearchCardEntity, { volunteerId }, { orderBy: { purpose: 'asc' } })) {
      const facets = refreshFacets(card.facets, held, covers);
      if (facets.length === 0) em.remove(card);
      else cards.push(em.assign(card, { facets, refreshedAt: new Date() }));
    }
    return { cards };
  });
}

/**
 * Withdraws a card: no search that is decided afterwards finds it. A minor may do so alone.
 *
 * @throws DomainError NOT_FOUND (ward or card)
 */
export async function withdrawCard(
  context: RequestContext,
  id: string,
  onBehalfOf?: string | null,
): Promise<{ readonly id: string; readonly withdrawnAt: Date }> {
  const { volunteerId } = await requireConsentActor(context, onBehalfOf);
  return context.em.transactional(async (em) => {
    await endRights(em, volunteerId);
    const withdrawn = await em.nativeDelete(SearchCardEntity, { id, volunteerId });
    if (withdrawn === 0) throw new DomainError('NOT_FOUND', explain('no-such-card'));
    return { id, withdrawnAt: new Date() };
  });
}

async function readTerms(
  context: RequestContext,
  person: SeenPerson,
  terms: CardTerms,
): Promise<{ readonly purpose: string; readonly audiences: string[]; readonly facets: readonly CardFacet[] }> {
  const purpose = purposeCode(terms.purpose);
  const published = purposes.find(({ code }) => code === purpose);
  if (!published) throw new DomainError('NOT_FOUND', explain('no-such-purpose'));
  if (published.opens.length === 0) throw new DomainError('BAD_USER_INPUT', explain('card-purpose-opens-nothing'));
  const audiences = await readAudiences(context, terms);
  const held = await heldFacets(context, person, terms.statements ?? []);
  const facets = chooseFacets(held.facets, terms, dayOf(new Date()));
  if (facets.length === 0) throw new DomainError('BAD_USER_INPUT', explain('card-empty'));
  return { purpose, audiences, facets };
}

async function readAudiences(context: RequestContext, terms: CardTerms): Promise<string[]> {
  if (terms.everybody) return [everybody];
  const ids = [...new Set((terms.organizationIds ?? []).map((id) => id.toLowerCase()))];
  const audiences = [...(terms.organizationKinds ?? []), ...ids];
  if (audiences.length === 0) throw new DomainError('BAD_USER_INPUT', explain('card-for-nobody'));
  if (ids.length > 0 && (await context.em.count(OrganizationEntity, { id: { $in: ids } })) < ids.length) {
    throw new DomainError('NOT_FOUND', explain('no-such-organization'));
  }
  return audiences;
}

/** What is wanted of each facet, as terms of cards: any of them. */
export function wantedTerms(
  filter: readonly { readonly facet: SearchFacet; readonly values: readonly string[] }[],
): Readonly<Record<string, readonly string[]>> {
  const wanted: Partial<Record<SearchFacet, string[]>> = {};
  for (const { facet, values } of filter) {
    if (wanted[facet]) throw new DomainError('BAD_USER_INPUT', explain('facet-twice'));
    wanted[facet] = [...new Set(values.map((value) => `${facet}|${facetValue(value)}`))];
  }
  return wanted;
}
