import { connectionType } from '@birlik/kernel/connection';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { organizationEventKinds, type OrganizationEventKind } from './organization-event.entity.js';

registerEnumType(organizationEventKinds, {
  name: 'OrganizationEventKind',
  description: 'What changed about an organisation.',
  valuesConfig: {
    REGISTERED: { description: 'It came into the register.' },
    ACCREDITED: { description: 'It may read shared data from then on.' },
    SUSPENDED: { description: 'It may read nothing from then on.' },
    REINSTATED: { description: 'Its suspension ended.' },
    CONTACT_CHANGED: { description: 'Its website or address changed.' },
    REPRESENTATION_CHANGED: {
      description: 'Of which identity provider, or of which list, those are who act for it changed.',
    },
    TIME_ZONE_CHANGED: { description: 'Its days are counted in another time zone from then on.' },
    KEY_ADDED: { description: 'It has a further public key.' },
    KEY_RETIRED: { description: 'One of its keys was retired.' },
    OFFICER_APPOINTED: { description: 'Somebody may act for it from then on.' },
    OFFICER_DISMISSED: { description: 'Somebody may no longer act for it.' },
    CLIENT_REGISTERED: { description: 'One of its systems may act for it from then on.' },
    CLIENT_REVOKED: { description: 'One of its systems may no longer act for it.' },
    ISSUER_ADMITTED: { description: 'As the office it admitted an identity provider.' },
    ISSUER_CHANGED: { description: 'As the office it said anew what of an identity provider’s tokens counts.' },
    ISSUER_WITHDRAWN: { description: 'As the office it withdrew an identity provider.' },
    PURPOSE_PERMITTED: { description: 'It may state a purpose from then on.' },
    PURPOSE_FORBIDDEN: { description: 'It may no longer state a purpose.' },
    HAND_OVER_NAMED: { description: 'It was said who follows whom among those who act for it, and when.' },
    HAND_OVER_CANCELLED: { description: 'Those who act for it stay: a hand-over was called off before its instant.' },
  },
});

@ObjectType({ description: 'One change of an organisation’s membership status, or of those who act for it.' })
export class OrganizationEvent {
  @Field(() => ID, { description: 'The event’s id.' })
  readonly id!: string;

  @Field(() => organizationEventKinds, { description: 'What changed.' })
  readonly kind!: OrganizationEventKind;

  @Field(() => DateTimeScalar, { description: 'When it changed.' })
  readonly happenedAt!: Date;

  @Field(() => String, { description: 'The subject, at its identity provider, of whoever made the change.' })
  readonly actor!: string;

  @Field(() => String, { nullable: true, description: 'The reason that was given; null if none was.' })
  readonly reason!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The officer’s subject, the client, the identity provider, the purpose or the name of the key that it is about; null for none of them.',
  })
  readonly concerns!: string | null;
}

export const OrganizationEventConnection = connectionType('OrganizationEvent', () => OrganizationEvent);
