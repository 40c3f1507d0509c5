import { IsUUID, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { TranslatedTextInput } from '../text/translated-text.input.js';

@InputType({ description: 'Which country report to submit, with its final text.' })
export class SubmitCountryReportInput {
  @IsUUID()
  @Field(() => ID, { description: 'A draft of the viewer’s own center.' })
  readonly reportId!: string;

  @ValidateNested()
  @Field(() => TranslatedTextInput, { description: 'What the country did in that year.' })
  readonly summary!: TranslatedTextInput;
}
