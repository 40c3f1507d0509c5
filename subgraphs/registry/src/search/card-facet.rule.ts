import { DomainError } from '@birlik/kernel/errors';
import { ageBands, facetValue, hoursBands, searchFacets, type SearchFacet } from '@birlik/trust/search-facet';
import { explain } from '../messages.js';
import type { CardFacet } from './search-card.entity.js';

/** What somebody wants on their card: of what members hold, and of their own word. */
export interface FacetChoice {
  readonly picked?: readonly { readonly facet: SearchFacet; readonly value?: string | null }[] | null;
  readonly said?: readonly { readonly facet: SearchFacet; readonly value: string }[] | null;
}

/** Facets of which a card says one thing at most, by the values that there are. */
const bands: Partial<Record<SearchFacet, readonly string[]>> = {
  [searchFacets.AGE_BAND]: ageBands,
  [searchFacets.HOURS_BAND]: hoursBands,
};

/** The form of a code of a language. */
const languageCode = /^[a-z]{2,3}$/;

/**
 * What stands on a card: what was picked of what is held, then what the person says and nobody holds.
 *
 * @param statedOn the day of what the person says
 * @throws DomainError BAD_USER_INPUT for a band or a code of a language that there is not, and for two bands
 */
export function chooseFacets(held: readonly CardFacet[], choice: FacetChoice, statedOn: string): CardFacet[] {
  const chosen = new Map<string, CardFacet>();
  const add = (one: CardFacet) => {
    const key = one.facet in bands ? one.facet : `${one.facet} ${one.value}`;
    const there = chosen.get(key);
    if (there && there.value !== one.value) throw new DomainError('BAD_USER_INPUT', explain('two-bands'));
    if (!there) chosen.set(key, one);
  };
  for (const { facet, value = null } of choice.picked ?? []) {
    const wanted = value === null ? null : facetValue(value);
    for (const one of held) if (one.facet === facet && (wanted === null || one.value === wanted)) add(one);
  }
  for (const { facet, value } of choice.said ?? []) add(saidFacet(facet, value, statedOn));
  return [...chosen.values()].slice(0, 100);
}

/**
 * What stands on a card after it is brought up to date: of what members hold now what stood on it already, and what nobody was asked
 * about. A band is that of now; nothing else comes onto a card that was not picked.
 *
 * @param covers the facets of which `held` is all that members hold
 */
export function refreshFacets(
  card: readonly CardFacet[],
  held: readonly CardFacet[],
  covers: ReadonlySet<SearchFacet>,
): CardFacet[] {
  return card.flatMap((one) => {
    if (one.organizationId === null || !covers.has(one.facet)) return [one];
    const now = held.find(({ facet, value }) => facet === one.facet && (facet in bands || value === one.value));
    return now ? [now] : [];
  });
}

function saidFacet(facet: SearchFacet, said: string, statedOn: string): CardFacet {
  const value = facetValue(said);
  const isKnown =
    (bands[facet]?.includes(value) ?? true) && (facet !== searchFacets.LANGUAGE || languageCode.test(value));
  if (!isKnown || value === '') throw new DomainError('BAD_USER_INPUT', explain('no-such-value'));
  const label = facet === searchFacets.LANGUAGE ? languageLabel(value) : { az: said.trim() };
  return { facet, value, label, organizationId: null, statedOn };
}

/** The name of a language in each language in which people are written to; its code where it has none. */
export function languageLabel(code: string): CardFacet['label'] {
  const nameIn = (language: string) => new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
  return { az: nameIn('az'), en: nameIn('en'), ru: nameIn('ru'), tr: nameIn('tr') };
}
