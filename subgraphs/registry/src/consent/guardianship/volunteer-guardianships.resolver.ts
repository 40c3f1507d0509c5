import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SeenPerson } from '../../decision/grant.loader.js';
import { Volunteer } from '../../people/volunteer/volunteer.type.js';
import type { GuardianshipEntity } from './guardianship.entity.js';
import { listGuardianships } from './guardianship.service.js';
import { Guardianship } from './guardianship.type.js';

@Resolver(() => Volunteer)
export class VolunteerGuardianshipsResolver {
  @FieldResolver(() => [Guardianship], {
    nullable: true,
    description:
      'Guardianships of or by this person, newest first, at most 50, ended ones too; null for anyone but the person and the guardian of a minor.',
  })
  guardianships(@Root() volunteer: SeenPerson, @Ctx() context: RequestContext): Promise<GuardianshipEntity[] | null> {
    return listGuardianships(context, volunteer);
  }
}
