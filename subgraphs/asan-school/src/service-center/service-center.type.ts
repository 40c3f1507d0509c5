import { OrganizationField, type Organization } from '@birlik/trust/organization';
import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { connectionType } from '@birlik/kernel/connection';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { serviceCenterStatuses, type ServiceCenterStatus } from './service-center.entity.js';

registerEnumType(serviceCenterStatuses, {
  name: 'ServiceCenterStatus',
  description: 'Whether a service center serves citizens.',
  valuesConfig: {
    OPENING_SOON: { description: 'It is announced and does not serve yet.' },
    OPEN: { description: 'It serves now.' },
  },
});

@ObjectType({ description: 'A center that serves citizens and where volunteers of the programme work.' })
export class ServiceCenter {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The service center’s id.' })
  readonly id!: string;

  @Field(() => serviceCenterStatuses, { description: 'Whether it serves now.' })
  readonly status!: ServiceCenterStatus;

  @LocalizedField({ description: 'The name in the caller’s language.' })
  readonly name!: LocalizedText;

  @LocalizedField({ description: 'The city in which it stands, in the caller’s language.' })
  readonly city!: LocalizedText;

  @OrganizationField({
    description: 'The agency that runs it; null while the registry is down.',
  })
  readonly organization!: Organization;

  @SourceField()
  readonly source!: Source | null;
}

export const ServiceCenterConnection = connectionType('ServiceCenter', () => ServiceCenter);
