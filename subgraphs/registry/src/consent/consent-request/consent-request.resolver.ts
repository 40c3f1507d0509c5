import { Allow, volunteer, writeScope } from '@birlik/trust/allow';
import { readingOrganization } from '../../membership/organization/authority.service.js';
import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { asResult, asResults, type Problem } from '@birlik/kernel/problem';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { OrganizationEntity } from '../../membership/organization/organization.entity.js';
import { organizationById } from '../../membership/organization/organization.loader.js';
import { Organization } from '../../membership/organization/organization.type.js';
import { Volunteer } from '../../people/volunteer/volunteer.type.js';
import type { ConsentRequestEntity } from './consent-request.entity.js';
import { RequestConsentInput, RequestConsentsInput } from './consent-request.input.js';
import { consentRequestStates, stateOf, type ConsentRequestState } from './consent-request.rule.js';
import { answerConsentRequest, listOwnRequests, requestConsent, requestConsents } from './consent-request.service.js';
import {
  AnswerConsentRequestResult,
  ConsentRequest,
  ConsentRequestConnection,
  RequestConsentResult,
} from './consent-request.type.js';

@Resolver(() => ConsentRequest)
export class ConsentRequestResolver {
  @Allow(readingOrganization('officer', 'coordinator', 'admin'))
  @Query(() => ConsentRequestConnection, {
    nullable: true,
    description:
      'The requests for consent of the viewer’s own organisation, newest first; for its officers, coordinators and admins; null while the service is down.',
  })
  consentRequests(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<ConsentRequestEntity>> {
    return listOwnRequests(context, args);
  }

  @Allow(writeScope, readingOrganization('officer', 'coordinator', 'admin'))
  @Mutation(() => RequestConsentResult, {
    description:
      'Asks a person for consents: one open request for a purpose, three in 30 days at the most. The answer is the same for an id that nobody has. For officers, coordinators and admins of an accredited organisation.',
  })
  requestConsent(
    @Ctx() context: RequestContext,
    @Arg('input', () => RequestConsentInput, { description: 'What is asked, of whom, and why.' })
    input: RequestConsentInput,
  ): Promise<ConsentRequestEntity | Problem> {
    return asResult(() => requestConsent(context, input));
  }

  @Allow(writeScope, readingOrganization('officer', 'coordinator', 'admin'))
  @Mutation(() => [RequestConsentResult], {
    description:
      'Asks people for the same consents, at most 100 at once, by the rules of `requestConsent`. One answer a person, in the same order; who is not asked keeps out no other. For officers, coordinators and admins of an accredited organisation.',
  })
  async requestConsents(
    @Ctx() context: RequestContext,
    @Arg('input', () => RequestConsentsInput, { description: 'What is asked, of whom, and why.' })
    { volunteerIds, ...question }: RequestConsentsInput,
  ): Promise<(ConsentRequestEntity | Problem)[]> {
    const outcomes = await asResult(() => requestConsents(context, volunteerIds, question));
    return Array.isArray(outcomes) ? asResults(outcomes) : volunteerIds.map(() => outcomes);
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => AnswerConsentRequestResult, {
    description:
      'Answers a request for consent; a yes gives the consents. A minor may decline alone, and a guardian may do either.',
  })
  answerConsentRequest(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The request’s id.' }) id: string,
    @Arg('accept', () => Boolean, { description: 'Whether the consents are given.' }) accept: boolean,
    @Arg('onBehalfOf', () => ID, {
      nullable: true,
      description: 'The minor whose guardian the viewer is and for whom this is done; for the viewer if unset.',
    })
    onBehalfOf: string | null,
  ): Promise<ConsentRequestEntity | Problem> {
    return asResult(() => answerConsentRequest(context, { id, accept, onBehalfOf }));
  }

  @FieldResolver(() => consentRequestStates, { description: 'What has come of it until now.' })
  state(@Root() request: ConsentRequestEntity): ConsentRequestState {
    return stateOf(request, new Date());
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'Who asks; null if it was removed.' })
  organization(
    @Root() request: ConsentRequestEntity,
    @Ctx() context: RequestContext,
  ): Promise<OrganizationEntity | null> {
    return organizationById.load(context, request.organizationId);
  }

  @FieldResolver(() => Volunteer, { description: 'Who is asked, by the id that the organisation named.' })
  volunteer(@Root() request: ConsentRequestEntity): Volunteer {
    return { id: request.volunteerId };
  }
}
