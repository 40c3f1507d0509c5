import { connectionType } from '@birlik/kernel/connection';
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
}

export const ServiceCenterConnection = connectionType('ServiceCenter', () => ServiceCenter);
