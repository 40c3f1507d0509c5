import { ConnectionArgs } from '@birlik/kernel/connection';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, signedIn, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { OrganizationEntity } from '../membership/organization/organization.entity.js';
import { organizationById } from '../membership/organization/organization.loader.js';
import { Organization } from '../membership/organization/organization.type.js';
import { PublishSearchCardInput, RefreshSearchCardsInput, SearchCardsArgs } from './search-card.input.js';
import { publishCard, refreshCards, withdrawCard } from './search-card.service.js';
import type { CardFacet, SearchCardEntity } from './search-card.entity.js';
import {
  PublishSearchCardResult,
  RefreshSearchCardsResult,
  SearchCardConnection,
  SearchCardCounts,
  SearchCardFacet,
  WithdrawSearchCardResult,
  type SearchCardWithdrawal,
} from './search-card.type.js';
import { countCards, searchCards, type CardCounts, type FoundCards } from './search-cards.service.js';

const forWard = {
  nullable: true,
  description: 'The minor whose guardian the viewer is and for whom this is done; for the viewer if unset.',
};

@Resolver(() => SearchCardFacet)
export class SearchCardFacetResolver {
  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'Whose word it is; null where it is the person’s own.',
  })
  source(
    @Root() { organizationId }: CardFacet,
    @Ctx() context: RequestContext,
  ): Promise<OrganizationEntity | null> | null {
    return organizationId === null ? null : organizationById.load(context, organizationId);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the person says it of themself, and no member does.' })
  ownStatement(@Root() { organizationId }: CardFacet): boolean {
    return organizationId === null;
  }
}

@Resolver(() => SearchCardConnection)
export class SearchCardResolver {
  /** A read is noted for each operation, also where none of a person's fields is asked for. */
  @Directive('@tag(name: "unshared")')
  @Allow(signedIn)
  @Query(() => SearchCardConnection, {
    nullable: true,
    description:
      'The cards of people who let themselves be found by the viewer’s organisation for the purpose of this operation. Each person of the page sees it in their log. Null while the service is down.',
  })
  searchCards(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Args(() => SearchCardsArgs) search: SearchCardsArgs,
  ): Promise<FoundCards> {
    return searchCards(context, args, search);
  }

  @FieldResolver(() => SearchCardCounts, {
    nullable: true,
    description:
      'How many there are, of which nobody sees anything in a log; counted anew with each request, without regard to `ids`. Null while the service is down.',
  })
  counts(@Root() { wanted }: FoundCards, @Ctx() context: RequestContext): Promise<CardCounts> {
    return countCards(context, wanted);
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => PublishSearchCardResult, {
    description:
      'Publishes a card by which the viewer lets themself be found for a purpose, in the place of the one that there was for it. For a minor a guardian does it.',
  })
  publishSearchCard(
    @Ctx() context: RequestContext,
    @Arg('input', () => PublishSearchCardInput, { description: 'For what, by whom, and with what on it.' })
    input: PublishSearchCardInput,
    @Arg('onBehalfOf', () => ID, forWard) onBehalfOf: string | null,
  ): Promise<SearchCardEntity | Problem> {
    return asResult(() => publishCard(context, input, onBehalfOf));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => RefreshSearchCardsResult, {
    description:
      'Brings the viewer’s cards up to date with what members hold now: what they hold no longer goes, bands are those of now, and nothing else comes onto a card. A card on which nothing is left is withdrawn.',
  })
  refreshSearchCards(
    @Ctx() context: RequestContext,
    @Arg('input', () => RefreshSearchCardsInput, { description: 'What members hold now.' })
    { statements }: RefreshSearchCardsInput,
    @Arg('onBehalfOf', () => ID, forWard) onBehalfOf: string | null,
  ): Promise<{ readonly cards: SearchCardEntity[] } | Problem> {
    return asResult(() => refreshCards(context, statements, onBehalfOf));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => WithdrawSearchCardResult, {
    description: 'Withdraws one of the viewer’s cards, from the next request on; a minor may do so alone.',
  })
  withdrawSearchCard(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The card’s id.' }) id: string,
    @Arg('onBehalfOf', () => ID, forWard) onBehalfOf: string | null,
  ): Promise<SearchCardWithdrawal | Problem> {
    return asResult(() => withdrawCard(context, id, onBehalfOf));
  }
}
