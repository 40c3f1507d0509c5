import { mostLetters, searchFacets, type SearchFacet } from '@birlik/trust/search-facet';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { ArgsType, Directive, Field, ID, InputType } from 'type-graphql';
import { organizationKinds, type OrganizationKind } from '../membership/organization/organization.entity.js';
import { nameForm } from '../people/account/account.input.js';
import { searchOrders, type SearchOrder } from './search-order.rule.js';

/** How many facets, picked or said, an input names at the most. */
const mostFacets = 50;
const mostStatements = 10;

@InputType({ description: 'What of that which members hold stands on a card.' })
export class PickedFacetInput {
  @IsIn(Object.values(searchFacets))
  @Field(() => searchFacets, { description: 'By what one is found.' })
  readonly facet!: SearchFacet;

  @IsOptional()
  @IsString()
  @MaxLength(mostLetters)
  @Field(() => String, { nullable: true, description: 'The value, as the offer has it; all that are held if unset.' })
  readonly value?: string | null;
}

@InputType({ description: 'What a person says of themself on a card.' })
export class SaidFacetInput {
  @IsIn(Object.values(searchFacets))
  @Field(() => searchFacets, { description: 'By what one is found.' })
  readonly facet!: SearchFacet;

  @Matches(nameForm)
  @Length(1, mostLetters)
  @Field(() => String, {
    description: `What they say, such as a skill, a code of a language or a band; at most ${mostLetters} letters.`,
  })
  readonly value!: string;
}

@InputType({ description: 'A card by which a person lets themself be found: for what, by whom, and with what on it.' })
export class PublishSearchCardInput {
  @IsString()
  @MaxLength(100)
  @Field(() => String, { description: 'The code of a purpose that opens something, in small or capital letters.' })
  readonly purpose!: string;

  @IsOptional()
  @IsBoolean()
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether every accredited member finds it; only those that are named if unset.',
  })
  readonly everybody?: boolean | null;

  @IsOptional()
  @ArrayUnique()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  @Directive('@tag(name: "public")')
  @Field(() => [ID], { nullable: true, description: 'Organisations that find it, at most 20.' })
  readonly organizationIds?: string[] | null;

  @IsOptional()
  @ArrayUnique()
  @IsIn(Object.values(organizationKinds), { each: true })
  @Field(() => [organizationKinds], { nullable: true, description: 'Kinds of organisations all of which find it.' })
  readonly organizationKinds?: OrganizationKind[] | null;

  @IsOptional()
  @ArrayMaxSize(mostFacets)
  @ValidateNested()
  @Field(() => [PickedFacetInput], {
    nullable: true,
    description: `What is taken from what members hold, at most ${mostFacets}; what nobody holds is left out.`,
  })
  readonly picked?: PickedFacetInput[] | null;

  @IsOptional()
  @ArrayMaxSize(mostFacets)
  @ValidateNested()
  @Field(() => [SaidFacetInput], {
    nullable: true,
    description: `What the person says of themself, at most ${mostFacets}; it is marked as theirs.`,
  })
  readonly said?: SaidFacetInput[] | null;

  @IsOptional()
  @ArrayMaxSize(mostStatements)
  @MaxLength(20_000, { each: true })
  @Field(() => [String], {
    nullable: true,
    description:
      'What members stated of the person within the last quarter of an hour, as `Volunteer.studyFacets` and its like have it.',
  })
  readonly statements?: string[] | null;
}

@InputType({ description: 'What members hold now on a person who has cards.' })
export class RefreshSearchCardsInput {
  @ArrayMaxSize(mostStatements)
  @MaxLength(20_000, { each: true })
  @Field(() => [String], {
    description:
      'What members stated of the person within the last quarter of an hour; what they hold whose statement is not among these stays as it is.',
  })
  readonly statements!: string[];
}

/** A class, since a tag on an argument of a field is lost where the argument stands by itself. */
@ArgsType()
export class SearchCardPreviewArgs {
  @ValidateNested()
  @Field(() => PublishSearchCardInput, { description: 'The card as it would be published.' })
  readonly input!: PublishSearchCardInput;
}

@ArgsType()
export class SearchCardOfferArgs {
  @IsOptional()
  @ArrayMaxSize(mostStatements)
  @MaxLength(20_000, { each: true })
  @Field(() => [String], {
    nullable: true,
    description:
      'What members stated of the person within the last quarter of an hour, as `Volunteer.studyFacets` and its like have it.',
  })
  readonly statements?: string[] | null;
}

@InputType({ description: 'What a card has to say of one facet: any of the values.' })
export class SearchFacetFilter {
  @IsIn(Object.values(searchFacets))
  @Field(() => searchFacets, { description: 'By what is searched.' })
  readonly facet!: SearchFacet;

  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @MaxLength(mostLetters, { each: true })
  @Field(() => [String], { description: 'The values, any of which will do: 1 to 50; for a range, its bands.' })
  readonly values!: string[];
}

@ArgsType()
export class SearchCardsArgs {
  @IsOptional()
  @ArrayMaxSize(20)
  @ValidateNested()
  @Field(() => [SearchFacetFilter], {
    nullable: true,
    description: 'What a card has to say, all of it, at most 20; anything if unset.',
  })
  readonly filter?: SearchFacetFilter[] | null;

  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  @Field(() => [ID], { nullable: true, description: 'The people among whom is searched, 1 to 100; all if unset.' })
  readonly ids?: string[] | null;

  @IsOptional()
  @IsIn(Object.values(searchOrders))
  @Field(() => searchOrders, {
    nullable: true,
    description: 'The order; NEWEST if unset. A cursor holds for it alone.',
  })
  readonly sort?: SearchOrder | null;
}
