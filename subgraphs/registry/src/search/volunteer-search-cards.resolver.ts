import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SeenPerson } from '../decision/grant.loader.js';
import type { OrganizationEntity, OrganizationKind } from '../membership/organization/organization.entity.js';
import { organizationKinds } from '../membership/organization/organization.entity.js';
import { organizationById } from '../membership/organization/organization.loader.js';
import { Organization } from '../membership/organization/organization.type.js';
import { Volunteer } from '../people/volunteer/volunteer.type.js';
import { everybody, type CardFacet, type SearchCardEntity } from './search-card.entity.js';
import { SearchCardOfferArgs, SearchCardPreviewArgs } from './search-card.input.js';
import { listCards, offerFacets, previewCard, shownCard, type ShownCard } from './search-card.service.js';
import { PublishedSearchCard, SearchCard, SearchCardOffer } from './search-card.type.js';

const kinds: readonly string[] = Object.values(organizationKinds);
const isKind = (audience: string): audience is OrganizationKind => kinds.includes(audience);

@Resolver(() => Volunteer)
export class VolunteerSearchCardsResolver {
  @FieldResolver(() => [PublishedSearchCard], {
    nullable: true,
    description:
      'The cards by which the person lets themself be found, one for a purpose, so at most 20; null for anyone but the person and the guardian of a minor.',
  })
  searchCards(@Root() volunteer: SeenPerson, @Ctx() context: RequestContext): Promise<SearchCardEntity[] | null> {
    return listCards(context, volunteer);
  }

  @FieldResolver(() => SearchCardOffer, {
    nullable: true,
    description: 'What may stand on a card; null for anyone but the person and the guardian of a minor.',
  })
  searchCardOffer(
    @Root() volunteer: SeenPerson,
    @Ctx() context: RequestContext,
    @Args(() => SearchCardOfferArgs) { statements }: SearchCardOfferArgs,
  ): Promise<{ readonly facets: readonly CardFacet[] } | null> {
    return offerFacets(context, volunteer, statements ?? []);
  }

  @FieldResolver(() => SearchCard, {
    nullable: true,
    description:
      'A card as others would see it if it were published; null for anyone but the person and the guardian of a minor.',
  })
  searchCardPreview(
    @Root() volunteer: SeenPerson,
    @Ctx() context: RequestContext,
    @Args(() => SearchCardPreviewArgs) { input }: SearchCardPreviewArgs,
  ): Promise<ShownCard | null> {
    return previewCard(context, volunteer, input);
  }
}

@Resolver(() => PublishedSearchCard)
export class PublishedSearchCardResolver {
  @FieldResolver(() => Boolean, { description: 'Whether every accredited member finds it.' })
  everybody(@Root() { audiences }: SearchCardEntity): boolean {
    return audiences.includes(everybody);
  }

  @FieldResolver(() => [organizationKinds], { description: 'Kinds of organisations all of which find it, each once.' })
  organizationKinds(@Root() { audiences }: SearchCardEntity): OrganizationKind[] {
    return audiences.filter(isKind);
  }

  @FieldResolver(() => [Organization], { description: 'Organisations that find it, at most 20.' })
  async organizations(
    @Root() { audiences }: SearchCardEntity,
    @Ctx() context: RequestContext,
  ): Promise<OrganizationEntity[]> {
    const ids = audiences.filter((audience) => audience !== everybody && !isKind(audience));
    const organizations = await Promise.all(ids.map((id) => organizationById.load(context, id)));
    return organizations.filter((one) => one !== null);
  }

  @FieldResolver(() => SearchCard, { description: 'The card as others see it.' })
  asOthersSee(@Root() card: SearchCardEntity): ShownCard {
    return shownCard(card);
  }
}
