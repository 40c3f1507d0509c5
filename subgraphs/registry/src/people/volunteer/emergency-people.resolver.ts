import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { mostPeople, type EmergencyEntity } from '../../membership/emergency/emergency.entity.js';
import { peopleByEmergency } from '../../membership/emergency/emergency.loader.js';
import { Emergency } from '../../membership/emergency/emergency.type.js';
import { Volunteer } from './volunteer.type.js';

@Resolver(() => Emergency)
export class EmergencyPeopleResolver {
  @FieldResolver(() => [Volunteer], {
    description: `The people whom it names, at most ${mostPeople}; what they show needs a right.`,
  })
  async volunteers(@Root() { id }: EmergencyEntity, @Ctx() context: RequestContext): Promise<Volunteer[]> {
    const people = await peopleByEmergency.load(context, id);
    return people.map(({ volunteerId }) => ({ id: volunteerId }));
  }
}
