import { connectionType } from '@birlik/kernel/connection';
import type { LocalizedText } from '@birlik/kernel/localized';
import { RepresentativeRequiredProblem, resultType } from '@birlik/kernel/problem';
import { DateScalar, DateTimeScalar } from '@birlik/kernel/scalars';
import { LocalizedField } from '@birlik/trust/localized-field';
import { searchFacets, type SearchFacet } from '@birlik/trust/search-facet';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Volunteer } from '../people/volunteer/volunteer.type.js';
import { searchOrders } from './search-order.rule.js';

registerEnumType(searchFacets, {
  name: 'SearchFacet',
  description: 'By what a search card lets a person be found.',
  valuesConfig: {
    SKILL: { description: 'What they can do.' },
    LANGUAGE: { description: 'A language that they speak, by its code of ISO 639.' },
    PLACE: { description: 'The town or district where they live.' },
    AGE_BAND: { description: 'How old they are: `0-17`, `18-24`, `25-34`, `35-49` or `50+`.' },
    FIELD_OF_STUDY: { description: 'What they study or studied.' },
    CERTIFICATE: { description: 'A type of certificate, or a stage that has no types.' },
    HOURS_BAND: { description: 'How many hours they served: `0-9`, `10-49`, `50-99`, `100-249` or `250+`.' },
    AVAILABILITY: { description: 'When they have time.' },
  },
});

registerEnumType(searchOrders, {
  name: 'SearchCardOrder',
  description: 'In which order cards are listed; those that say nothing of it come last.',
  valuesConfig: {
    NEWEST: { description: 'Published last first, by days.' },
    AGE: { description: 'By bands of age, the youngest first.' },
    HOURS: { description: 'By bands of hours, the most first.' },
    PLACE: { description: 'By the names of places, as the reader’s language sorts them.' },
  },
});

@ObjectType({ description: 'One thing by which a card lets a person be found.' })
export class SearchCardFacet {
  @Field(() => searchFacets, { description: 'By what.' })
  readonly facet!: SearchFacet;

  @Field(() => String, { description: 'The value by which is searched.' })
  readonly value!: string;

  @LocalizedField({ description: 'The value in the caller’s language.' })
  readonly label!: LocalizedText;

  @Field(() => DateScalar, { description: 'The day on which it was said.' })
  readonly statedOn!: string;
}

@ObjectType({ description: 'A card as those see it who find it.' })
export class SearchCard {
  @Field(() => Volunteer, { description: 'Whose card it is; what members hold opens by grants, as anywhere.' })
  readonly volunteer!: Volunteer;

  @Field(() => [SearchCardFacet], { description: 'What stands on it, at most 100.' })
  readonly facets!: SearchCardFacet[];

  @Field(() => DateScalar, { description: 'The day on which it was published.' })
  readonly publishedOn!: string;

  @Field(() => DateScalar, { description: 'The day on which it was last brought up to date.' })
  readonly refreshedOn!: string;
}

@ObjectType({ description: 'What may stand on a card of the viewer’s.' })
export class SearchCardOffer {
  @Field(() => [SearchCardFacet], {
    description: 'What the registry holds, and what members stated, at most 500, each with whose word it is.',
  })
  readonly facets!: SearchCardFacet[];
}

@ObjectType({ description: 'A card that a person published.' })
export class PublishedSearchCard {
  @Field(() => ID, { description: 'The card’s id.' })
  readonly id!: string;

  @Field(() => String, { description: 'The code of the purpose for which it is found.' })
  readonly purpose!: string;

  @Field(() => DateTimeScalar, { description: 'When it was published.' })
  readonly publishedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last brought up to date.' })
  readonly refreshedAt!: Date;

  @Field(() => Boolean, { description: 'Whether a guardian published it for the person.' })
  readonly byGuardian!: boolean;
}

@ObjectType({ description: 'The cards of a person after they were brought up to date.' })
export class RefreshedSearchCards {
  @Field(() => [PublishedSearchCard], { description: 'The cards that are left, one for a purpose, so at most 20.' })
  readonly cards!: PublishedSearchCard[];
}

@ObjectType({ description: 'That a card is withdrawn: nobody finds it from the next request on.' })
export class SearchCardWithdrawal {
  @Field(() => ID, { description: 'The id that the card had.' })
  readonly id!: string;

  @Field(() => DateTimeScalar, { description: 'When it was withdrawn.' })
  readonly withdrawnAt!: Date;
}

@ObjectType({ description: 'How many cards have a value, of those that fit what is wanted of the other facets.' })
export class SearchFacetCount {
  @Field(() => searchFacets, { description: 'By what.' })
  readonly facet!: SearchFacet;

  @Field(() => String, { description: 'The value by which is searched.' })
  readonly value!: string;

  @LocalizedField({ description: 'The value in the caller’s language.' })
  readonly label!: LocalizedText;

  @Field(() => Int, { description: 'How many: of cards that are open to the viewer, not of people.' })
  readonly count!: number;
}

@ObjectType({ description: 'How many cards there are, as far as it may be told.' })
export class SearchCardCounts {
  @Field(() => Int, {
    nullable: true,
    description:
      'How many fit what is wanted, of cards that are open to the viewer, not of people; null where the number, or a difference to others, would be too small to be told.',
  })
  readonly total!: number | null;

  @Field(() => [SearchFacetCount], {
    description:
      'How many have each value, the most frequent first, at most 200; without those whose number, or a difference to others, would be too small to be told.',
  })
  readonly facets!: SearchFacetCount[];
}

export const SearchCardConnection = connectionType('SearchCard', () => SearchCard);

export const PublishSearchCardResult = resultType(
  'PublishSearchCardResult',
  PublishedSearchCard,
  'The published card, or why it was not published.',
  [RepresentativeRequiredProblem],
);
export const RefreshSearchCardsResult = resultType(
  'RefreshSearchCardsResult',
  RefreshedSearchCards,
  'The cards as they are now, or why nothing changed.',
);
export const WithdrawSearchCardResult = resultType(
  'WithdrawSearchCardResult',
  SearchCardWithdrawal,
  'That the card is withdrawn, or why it is not.',
);
