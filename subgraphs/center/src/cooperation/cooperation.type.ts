import { ObjectType } from 'type-graphql';

@ObjectType({ description: 'What one country does with others in the International Volunteer Center.' })
export class Cooperation {
  readonly code!: string;
}
