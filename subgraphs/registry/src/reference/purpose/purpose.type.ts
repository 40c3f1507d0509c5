import { LocalizedField } from '@birlik/trust/localized-field';
import type { LocalizedText } from '@birlik/kernel/localized';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A purpose for which an organisation may read shared data: one of a closed list.' })
export class Purpose {
  @Field(() => String, { description: 'The code that an operation states, such as `recruitment`.' })
  readonly code!: string;

  @LocalizedField({ description: 'The name in the caller’s language.' })
  readonly name!: LocalizedText;

  @LocalizedField({ description: 'What the purpose allows, in the caller’s language.' })
  readonly legalText!: LocalizedText;

  @Field(() => Int, {
    nullable: true,
    description:
      'For how many days a read for this purpose is not shown to the person, as when it protects someone; null when it is shown at once.',
  })
  readonly disclosureDelayDays!: number | null;

  @Field(() => Boolean, {
    description: 'Whether it may be stated only while the organisation has an open safeguarding case.',
  })
  readonly needsCase!: boolean;
}
