import { IsUUID } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { master2Areas, type Master2Area } from '../programme/programme-participation.entity.js';

@InputType({ description: 'Whom to admit to Master 2, and in which area.' })
export class AdmitToMaster2Input {
  @IsUUID()
  @Field(() => ID, { description: 'A person with a valid Master 1 certificate of the viewer’s own agency.' })
  readonly volunteerId!: string;

  @Field(() => master2Areas, { description: 'The area that the person chose.' })
  readonly area!: Master2Area;
}
