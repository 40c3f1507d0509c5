import { graphql } from '../../../generated/gql.js';
import type { OrganizationKind } from '../../../generated/codes.js';
import type {
  OwnSearchCardFragment,
  PublishSearchCardInput,
  SearchCardFaceFragment,
} from '../../../generated/graphql.js';

export const SearchCardFace = graphql(`
  fragment SearchCardFace on SearchCard {
    publishedOn
    refreshedOn
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

export const OwnSearchCard = graphql(`
  fragment OwnSearchCard on PublishedSearchCard {
    id
    purpose
    everybody
    organizationKinds
    organizations {
      id
      name
    }
    byGuardian
    publishedAt
    refreshedAt
    asOthersSee {
      ...SearchCardFace
    }
  }
`);

export const PublishCard = graphql(`
  mutation PublishCard($input: PublishSearchCardInput!) @purpose(is: "none") {
    publishSearchCard(input: $input) {
      __typename
      ... on PublishedSearchCard {
        ...OwnSearchCard
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

export const WithdrawCard = graphql(`
  mutation WithdrawCard($id: ID!) @purpose(is: "none") {
    withdrawSearchCard(id: $id) {
      __typename
      ... on SearchCardWithdrawal {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** One thing that stands on a card, or may. */
export type CardFacet = SearchCardFaceFragment['facets'][number];

/** Who finds a card. */
export interface CardAudience {
  readonly everybody: boolean;
  readonly kinds: readonly OrganizationKind[];
  readonly organizations: readonly { readonly id: string; readonly name?: string | null }[];
}

/** The card as it would be published. */
export function cardInput(
  purpose: string,
  audience: CardAudience,
  facets: readonly Pick<CardFacet, 'facet' | 'value' | 'label' | 'ownStatement'>[],
  statements: readonly string[],
): PublishSearchCardInput {
  return {
    purpose,
    everybody: audience.everybody,
    organizationKinds: audience.everybody ? [] : [...audience.kinds],
    organizationIds: audience.everybody ? [] : audience.organizations.map(({ id }) => id),
    picked: facets.filter(({ ownStatement }) => !ownStatement).map(({ facet, value }) => ({ facet, value })),
    said: facets
      .filter(({ ownStatement }) => ownStatement)
      .map(({ facet, value, label }) => ({ facet, value: facet === 'LANGUAGE' ? value : label })),
    statements: [...statements],
  };
}

/** Who finds a card that is published. */
export function audienceOf(card: OwnSearchCardFragment): CardAudience {
  return { everybody: card.everybody, kinds: card.organizationKinds, organizations: card.organizations };
}

/** What members state of a person for a card: it holds for a quarter of an hour. */
export function statementsOf(
  person:
    | {
        readonly studyFacets?: string | null;
        readonly programmeFacets?: string | null;
        readonly serviceFacets?: string | null;
      }
    | null
    | undefined,
): readonly string[] {
  return [person?.studyFacets, person?.programmeFacets, person?.serviceFacets].filter((one) => one != null);
}
