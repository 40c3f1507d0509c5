import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SeenPerson } from '../../decision/grant.loader.js';
import { Volunteer } from '../../people/volunteer/volunteer.type.js';
import type { ConsentRequestEntity } from './consent-request.entity.js';
import { listRequestsTo } from './consent-request.service.js';
import { ConsentRequest } from './consent-request.type.js';

@Resolver(() => Volunteer)
export class VolunteerConsentRequestsResolver {
  @FieldResolver(() => [ConsentRequest], {
    nullable: true,
    description:
      'Who asks for consents, newest first, at most 200, answered and lapsed requests too; null for anyone but the person and the guardian of a minor.',
  })
  consentRequests(
    @Root() volunteer: SeenPerson,
    @Ctx() context: RequestContext,
  ): Promise<ConsentRequestEntity[] | null> {
    return listRequestsTo(context, volunteer);
  }
}
