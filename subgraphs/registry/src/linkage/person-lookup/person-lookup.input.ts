import { DateScalar } from '@birlik/kernel/scalars';
import { IsIn, IsString, Length } from 'class-validator';
import { Field, InputType, registerEnumType } from 'type-graphql';
import { lookupReasons, type LookupReason, lookupWays, type LookupWay } from './person-lookup.rule.js';

registerEnumType(lookupWays, {
  name: 'PersonLookupWay',
  description: 'By what whoever stands in front of the office is looked for.',
  valuesConfig: {
    NATIONAL_NUMBER: { description: 'The FIN of an identity card.' },
    EMAIL: { description: 'An e-mail address.' },
    PHONE: { description: 'A telephone number.' },
    CODE: { description: 'A code for a record, which an organisation handed out and nobody has used.' },
  },
});

registerEnumType(lookupReasons, {
  name: 'PersonLookupReason',
  description: 'What somebody came to the office for.',
  valuesConfig: {
    GUARDIANSHIP: { description: 'To have it recorded who decides for whom.' },
    ACCOUNT: { description: 'For their account.' },
    RECORD: { description: 'For a record of theirs.' },
  },
});

@InputType({ description: 'What somebody in front of the office shows, and what they came for.' })
export class LookUpPersonInput {
  @IsIn(Object.values(lookupWays))
  @Field(() => lookupWays, { description: 'What the value is.' })
  readonly way!: LookupWay;

  @IsString()
  @Length(1, 320)
  @Field(() => String, {
    description: 'The value, whole; blanks, small letters and the code of the country do not matter.',
  })
  readonly value!: string;

  @Field(() => DateScalar, { description: 'The day of birth that their document shows.' })
  readonly birthDate!: string;

  @IsIn(Object.values(lookupReasons))
  @Field(() => lookupReasons, { description: 'What they came for; it is kept with who looked.' })
  readonly reason!: LookupReason;
}
