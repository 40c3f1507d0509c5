import { OrganizationField, type Organization } from '@birlik/trust/organization';
import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { connectionType } from '@birlik/kernel/connection';
import { DateScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { matchingRoundStatuses, type MatchingRoundStatus } from './matching-round.entity.js';

registerEnumType(matchingRoundStatuses, {
  name: 'MatchingRoundStatus',
  description: 'Where a matching round stands.',
  valuesConfig: {
    DRAFT: { description: 'The coordinator still works on it; nobody else is told.' },
    PUBLISHED: { description: 'Its pairs are told to mentors and mentees.' },
  },
});

@ObjectType({ description: 'A round in which mentors and mentees are brought together.' })
export class MatchingRound {
  @Field(() => ID, { description: 'The round’s id.' })
  readonly id!: string;

  @Field(() => DateScalar, { description: 'The first day on which people may take part.' })
  readonly opensOn!: string;

  @Field(() => DateScalar, { description: 'The last day on which people may take part.' })
  readonly closesOn!: string;

  @Field(() => matchingRoundStatuses, { description: 'Where the round stands.' })
  readonly status!: MatchingRoundStatus;

  @LocalizedField({ description: 'The name in the caller’s language.' })
  readonly name!: LocalizedText;

  @OrganizationField({
    description: 'The organisation that runs it; null while the registry is down.',
  })
  readonly organization!: Organization;
}

export const MatchingRoundConnection = connectionType('MatchingRound', () => MatchingRound);
