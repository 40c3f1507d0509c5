import { CountryCodeScalar, DateScalar } from '@birlik/kernel/scalars';
import { ArrayMaxSize, IsUUID, ValidateNested } from 'class-validator';
import { Directive, Field, ID, InputType, Int } from 'type-graphql';
import { TranslatedTextInput } from '../text/translated-text.input.js';

@InputType({ description: 'An agreement as it was signed.' })
export class RegisterAgreementInput {
  @ValidateNested()
  @Field(() => TranslatedTextInput, { description: 'What the agreement is called.' })
  readonly title!: TranslatedTextInput;

  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  @Directive('@tag(name: "public")')
  @Field(() => [ID], { description: 'The organisations that signed it: two or more, in any order.' })
  readonly partyIds!: string[];

  @ArrayMaxSize(50)
  @Field(() => [CountryCodeScalar], { description: 'The countries that it involves: two or more, in any order.' })
  readonly countryCodes!: string[];

  @Field(() => DateScalar, { description: 'The day on which it was signed.' })
  readonly signedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day on which it holds, after the day of signing; it holds until ended if unset.',
  })
  readonly expiresOn?: string | null;

  @ArrayMaxSize(17)
  @Field(() => [Int], {
    nullable: true,
    description: 'The sustainable development goals at which it aims, 1 to 17; none are stated if unset.',
  })
  readonly sdgGoals?: number[] | null;
}
