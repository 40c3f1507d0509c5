import { ArrayUnique, IsIn, IsOptional, Length, Matches } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { nameForm } from '../account/account.input.js';
import { accessNeedKinds, type AccessNeedKind } from './access-need.entity.js';

@InputType({
  description: 'What a person needs to take part, in the place of what was said before; nothing at all takes it back.',
})
export class ChangeAccessNeedsInput {
  @ArrayUnique()
  @IsIn(Object.values(accessNeedKinds), { each: true })
  @Field(() => [accessNeedKinds], { description: 'What they need.' })
  readonly needs!: AccessNeedKind[];

  @IsOptional()
  @Matches(nameForm)
  @Length(1, 1000)
  @Field(() => String, { nullable: true, description: 'What else there is to know, in their words; unset if nothing.' })
  readonly note?: string | null;
}
