import { IsIn, IsString, IsUUID, Length } from 'class-validator';
import { Directive, Field, ID, InputType } from 'type-graphql';
import { grantCategories, type GrantCategory } from '../../decision/grant-category.rule.js';
import { correctionOutcomes, type CorrectionOutcome } from './correction.entity.js';

@InputType({ description: 'Which fact is wrong, and who has to correct it.' })
export class RequestCorrectionInput {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The organisation that keeps the fact; the person belongs to it or did.' })
  readonly ownerOrganizationId!: string;

  @IsIn(Object.values(grantCategories))
  @Field(() => grantCategories, { description: 'The category of the fact.' })
  readonly category!: GrantCategory;

  @IsString()
  @Length(1, 200)
  @Field(() => String, { description: 'Which fact it is, in the person’s own words.' })
  readonly fact!: string;

  @IsString()
  @Length(1, 2000)
  @Field(() => String, { description: 'What is right, and how the organisation can tell; at most 2,000 characters.' })
  readonly message!: string;
}

@InputType({ description: 'What an organisation did about a fact.' })
export class AnswerCorrectionInput {
  @IsUUID()
  @Field(() => ID, { description: 'An open request to the viewer’s own organisation.' })
  readonly id!: string;

  @IsIn(Object.values(correctionOutcomes))
  @Field(() => correctionOutcomes, { description: 'What the organisation did.' })
  readonly outcome!: CorrectionOutcome;

  @IsString()
  @Length(1, 2000)
  @Field(() => String, { description: 'What the person is told, at most 2,000 characters.' })
  readonly answer!: string;
}
