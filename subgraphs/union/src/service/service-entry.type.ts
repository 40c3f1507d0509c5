import { OrganizationField, type Organization } from '@birlik/trust/organization';
import { DateScalar } from '@birlik/kernel/scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { serviceEntryStatuses, type ServiceEntryStatus } from './service-entry.entity.js';

registerEnumType(serviceEntryStatuses, {
  name: 'ServiceEntryStatus',
  description: 'How far an entry of the volunteer book can be trusted.',
  valuesConfig: {
    RECORDED: { description: 'Written down, not checked yet.' },
    VERIFIED: { description: 'Checked by the organisation.' },
  },
});

@ObjectType({
  description: 'One day’s service in the volunteer book. An entry never changes: a corrected one takes its place.',
})
export class ServiceEntry {
  @Field(() => ID, { description: 'The entry’s id.' })
  readonly id!: string;

  @Field(() => Int, { description: 'How long the person served, in minutes: 1 to 1440.' })
  readonly minutes!: number;

  @Field(() => DateScalar, { description: 'The day of the service.' })
  readonly workedOn!: string;

  @Field(() => serviceEntryStatuses, { description: 'How far the entry can be trusted.' })
  readonly status!: ServiceEntryStatus;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the earlier entry that this one replaces; null if it replaces none.',
  })
  readonly correctsId!: string | null;

  @OrganizationField({
    description: 'The organisation that was served; null while the registry is down.',
  })
  readonly organization!: Organization;
}
