import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { searchFacets, type SearchFacet } from '@birlik/trust/search-facet';
import { Field, ID, ObjectType } from 'type-graphql';
import { searchOrders, type SearchOrder } from './search-order.rule.js';

@ObjectType({ description: 'What a card has to say of one facet in a saved search: any of the values.' })
export class SavedSearchFilter {
  @Field(() => searchFacets, { description: 'By what is searched.' })
  readonly facet!: SearchFacet;

  @Field(() => [String], { description: 'The values, any of which will do, at most 50.' })
  readonly values!: readonly string[];
}

@ObjectType({ description: 'A search of cards that an officer keeps for themself.' })
export class SavedSearch {
  @Field(() => ID, { description: 'The saved search’s id.' })
  readonly id!: string;

  @Field(() => String, { description: 'What the officer calls it.' })
  readonly name!: string;

  @Field(() => [SavedSearchFilter], { description: 'What a card has to say, all of it, at most 20.' })
  readonly filter!: readonly SavedSearchFilter[];

  @Field(() => searchOrders, { description: 'The order.' })
  readonly sort!: SearchOrder;

  @Field(() => DateTimeScalar, { description: 'When it was saved.' })
  readonly savedAt!: Date;
}

export const SavedSearchResult = resultType(
  'SavedSearchResult',
  SavedSearch,
  'The saved search, or why it was not saved.',
);
