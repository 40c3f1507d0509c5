import { OrganizationField, type Organization } from '@birlik/trust/organization';
import { DateScalar, DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { programmeStages, type ProgrammeStage } from '../programme/programme-participation.entity.js';

@ObjectType({ description: 'A certificate that a person earned in the volunteer programme.' })
export class Certificate {
  @Field(() => ID, { description: 'The certificate’s id.' })
  readonly id!: string;

  @Field(() => programmeStages, { description: 'The stage that it certifies.' })
  readonly stage!: ProgrammeStage;

  @Field(() => String, { description: 'The number that is printed on it; no two certificates share one.' })
  readonly serialNumber!: string;

  @Field(() => DateScalar, { description: 'The day on which it was issued.' })
  readonly issuedOn!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was revoked; null while it is valid.' })
  readonly revokedAt!: Date | null;

  @OrganizationField({
    description: 'The agency that approved it; null while the registry is down.',
    column: 'approvedByOrganizationId',
  })
  readonly approvedBy!: Organization;
}
