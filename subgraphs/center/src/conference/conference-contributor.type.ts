import { OrganizationField, type Organization } from '@birlik/trust/organization';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { conferenceRoles, type ConferenceRole } from './conference-contributor.entity.js';

registerEnumType(conferenceRoles, {
  name: 'ConferenceRole',
  description: 'What an organisation does for a conference.',
  valuesConfig: {
    ORGANIZER: { description: 'It organises the conference.' },
    SUPPORTER: { description: 'It supports the conference.' },
    PARTNER: { description: 'It is a partner of the occasion within which the conference is held.' },
  },
});

@ObjectType({ description: 'One organisation behind a conference.' })
export class ConferenceContributor {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The id of this part in the conference.' })
  readonly id!: string;

  @Field(() => conferenceRoles, { description: 'What the organisation does.' })
  readonly role!: ConferenceRole;

  @OrganizationField({
    description: 'The organisation; null while the registry is down.',
    column: 'contributorId',
  })
  readonly organization!: Organization;

  @SourceField()
  readonly source!: Source | null;
}
