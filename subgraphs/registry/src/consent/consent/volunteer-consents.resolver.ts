import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SeenPerson } from '../../decision/grant.loader.js';
import { Volunteer } from '../../people/volunteer/volunteer.type.js';
import type { ConsentEntity } from './consent.entity.js';
import { listConsents } from './consent.service.js';
import { Consent } from './consent.type.js';

@Resolver(() => Volunteer)
export class VolunteerConsentsResolver {
  @FieldResolver(() => [Consent], {
    nullable: true,
    description:
      'Consents given, newest first, at most 200, withdrawn and ended ones too; null for anyone but the person and the guardian of a minor.',
  })
  consents(@Root() volunteer: SeenPerson, @Ctx() context: RequestContext): Promise<ConsentEntity[] | null> {
    return listConsents(context, volunteer);
  }
}
