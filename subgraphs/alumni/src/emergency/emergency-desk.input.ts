import { DateTimeScalar } from '@birlik/kernel/scalars';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsDate,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Max,
  Min,
} from 'class-validator';
import { Directive, Field, ID, InputType, Int } from 'type-graphql';
import { checkInStates, type CheckInState } from './check-in.entity.js';
import { vehicles, type Vehicle } from './transport-list.entity.js';

/** How many check-ins are changed at once. */
export const mostCheckIns = 100;

@InputType({ description: 'Check-ins of an emergency of the viewer’s organisation.' })
export class CheckInsInput {
  @ArrayMinSize(1)
  @ArrayMaxSize(mostCheckIns)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  @Field(() => [ID], { description: `Their ids, 1 to ${mostCheckIns}.` })
  readonly checkInIds!: string[];
}

@InputType({ description: 'Which check-ins are asked for; all if nothing is set.' })
export class CheckInFilterInput {
  @Field(() => checkInStates, { nullable: true, description: 'Only those in this state.' })
  readonly state?: CheckInState | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that were answered, or that were not.' })
  readonly isAnswered?: boolean | null;

  @IsOptional()
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { nullable: true, description: 'Only those with a seat of this list.' })
  readonly transportListId?: string | null;
}

@InputType({ description: 'A list of people for a bus or a plane.' })
export class NewTransportListInput {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The emergency’s id.' })
  readonly emergencyId!: string;

  @Length(1, 200)
  @Field(() => String, { description: 'A name by which helpers know it, at most 200 characters; no person’s.' })
  readonly name!: string;

  @Field(() => vehicles, { description: 'What they travel by.' })
  readonly vehicle!: Vehicle;

  @IsInt()
  @Min(1)
  @Max(1000)
  @Field(() => Int, { description: 'How many seats there are, 1 to 1000.' })
  readonly seats!: number;

  @IsOptional()
  @IsDate()
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it leaves; unset if not known.' })
  readonly leavesAt?: Date | null;
}
