import { IsUUID, Length } from 'class-validator';
import { Directive, Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'An organisation, and a purpose that it may state or not.' })
export class OrganizationPurposeInput {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The organisation.' })
  readonly organizationId!: string;

  @Length(1, 100)
  @Field(() => String, { description: 'The code of the purpose, in small or capital letters.' })
  readonly purpose!: string;
}
