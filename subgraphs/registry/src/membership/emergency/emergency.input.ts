import { DateTimeScalar } from '@birlik/kernel/scalars';
import { ArrayMaxSize, ArrayUnique, IsDate, IsOptional, IsUUID, Length } from 'class-validator';
import { Directive, Field, ID, InputType } from 'type-graphql';
import { mostOrganizations, mostPeople } from './emergency.entity.js';

@InputType({ description: 'An event in which lives or health are in danger, and whom it concerns: at least one.' })
export class ProposeEmergencyInput {
  @Length(1, 200)
  @Field(() => String, { description: 'The event by a name that those concerned know; everybody who is read sees it.' })
  readonly event!: string;

  @Length(1, 2000)
  @Field(() => String, { description: 'Why it cannot be done without; everybody who is read sees it.' })
  readonly reason!: string;

  @IsDate()
  @Field(() => DateTimeScalar, { description: 'When it ends by itself: at most 72 hours from now.' })
  readonly endsAt!: Date;

  @IsOptional()
  @ArrayUnique()
  @ArrayMaxSize(mostOrganizations)
  @IsUUID(undefined, { each: true })
  @Directive('@tag(name: "public")')
  @Field(() => [ID], {
    nullable: true,
    description: `The organisations all of whose people it concerns, at most ${mostOrganizations}.`,
  })
  readonly organizationIds?: string[] | null;

  @IsOptional()
  @ArrayUnique()
  @ArrayMaxSize(mostPeople)
  @IsUUID(undefined, { each: true })
  @Field(() => [ID], {
    nullable: true,
    description: `The people whom it concerns by themselves, at most ${mostPeople}.`,
  })
  readonly volunteerIds?: string[] | null;
}
