import { ArrayMaxSize, ArrayUnique, IsIn, IsOptional, Length, Matches, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { nameForm } from '../people/account/account.input.js';
import { SearchFacetFilter } from './search-card.input.js';
import { searchOrders, type SearchOrder } from './search-order.rule.js';

@InputType({ description: 'A search of cards that an officer keeps for themself.' })
export class SaveSearchInput {
  @Matches(nameForm)
  @Length(1, 100)
  @Field(() => String, { description: 'What the officer calls it, at most 100 letters.' })
  readonly name!: string;

  @ArrayMaxSize(20)
  @ArrayUnique(({ facet }: SearchFacetFilter) => facet)
  @ValidateNested()
  @Field(() => [SearchFacetFilter], { description: 'What a card has to say, each facet once, at most 20.' })
  readonly filter!: SearchFacetFilter[];

  @IsOptional()
  @IsIn(Object.values(searchOrders))
  @Field(() => searchOrders, { nullable: true, description: 'The order; NEWEST if unset.' })
  readonly sort?: SearchOrder | null;
}

@ArgsType()
export class SavedSearchNameArgs {
  @Matches(nameForm)
  @Length(1, 100)
  @Field(() => String, { description: 'What the officer calls it from now on, at most 100 letters.' })
  readonly name!: string;
}
