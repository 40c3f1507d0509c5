import type { SearchFacet } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import type { FoundCardFragment } from '../../../generated/graphql.js';

/** A card as the list shows it, and as it leaves as a file. */
export const FoundCard = graphql(`
  fragment FoundCard on SearchCard {
    refreshedOn
    volunteer {
      id
      name
    }
    facets {
      facet
      value
      label
      ownStatement
      statedOn
      source {
        id
        name
      }
    }
  }
`);

/** A card that was found. */
export type Card = FoundCardFragment;

/** What the card says of a facet, in the order in which the server tells it. */
export function facetsOf(card: Card, facet: SearchFacet): Card['facets'] {
  return card.facets.filter((one) => one.facet === facet);
}
