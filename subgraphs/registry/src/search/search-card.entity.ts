import type { LocalizedText } from '@birlik/kernel/localized';
import type { SearchFacet } from '@birlik/trust/search-facet';
import { defineEntity, p } from '@mikro-orm/core';

/** One thing by which a card lets a person be found, as it is stored. */
export interface CardFacet {
  readonly facet: SearchFacet;
  /** What is compared. */
  readonly value: string;
  /** What is shown. */
  readonly label: LocalizedText;
  /** Whose word it is; null for the person's own. */
  readonly organizationId: string | null;
  /** The day on which it was said, in UTC. */
  readonly statedOn: string;
}

/** The audience of whom there is no other: every accredited member. */
export const everybody = '*';

const SearchCardSchema = defineEntity({
  name: 'SearchCardEntity',
  tableName: 'search_card',
  properties: {
    id: p.uuid().primary(),
    volunteerId: p.uuid(),
    purpose: p.string(),
    /** {@link everybody} alone, or ids of organisations and kinds of them. */
    audiences: p.array(),
    facets: p.json<CardFacet[]>(),
    publishedAt: p.datetime(),
    refreshedAt: p.datetime(),
    byGuardian: p.boolean(),
  },
});

/** A card by which a person lets themself be found for a purpose. */
export class SearchCardEntity extends SearchCardSchema.class {}
SearchCardSchema.setClass(SearchCardEntity);
