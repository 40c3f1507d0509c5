import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { SeenPerson } from '../../decision/grant.loader.js';
import { readingOrganization } from '../../membership/organization/authority.service.js';
import type { OrganizationEntity } from '../../membership/organization/organization.entity.js';
import { organizationById } from '../../membership/organization/organization.loader.js';
import { Organization } from '../../membership/organization/organization.type.js';
import { Volunteer } from '../../people/volunteer/volunteer.type.js';
import type { CorrectionEntity } from './correction.entity.js';
import { AnswerCorrectionInput, RequestCorrectionInput } from './correction.input.js';
import {
  answerCorrection,
  listOrganizationCorrections,
  listOwnCorrections,
  requestCorrection,
} from './correction.service.js';
import { Correction, CorrectionConnection, CorrectionResult } from './correction.type.js';

@Resolver(() => Correction)
export class CorrectionResolver {
  @Allow(readingOrganization('officer', 'admin'))
  @Query(() => CorrectionConnection, {
    nullable: true,
    description:
      'What people ask the viewer’s own organisation to correct, for its officers; null while the service is down.',
  })
  organizationCorrections(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('onlyOpen', () => Boolean, {
      nullable: true,
      description: 'Only those without an answer, the most urgent first; all with the newest first if unset.',
    })
    onlyOpen: boolean | null,
  ): Promise<Connection<CorrectionEntity>> {
    return listOrganizationCorrections(context, args, onlyOpen ?? false);
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => CorrectionResult, {
    description: 'Asks an organisation to which the viewer belongs, or belonged, to correct a fact that it keeps.',
  })
  requestCorrection(
    @Ctx() context: RequestContext,
    @Arg('input', () => RequestCorrectionInput, { description: 'The fact and the organisation.' })
    input: RequestCorrectionInput,
  ): Promise<CorrectionEntity | Problem> {
    return asResult(() => requestCorrection(context, input));
  }

  @Allow(writeScope, readingOrganization('officer', 'admin'))
  @Mutation(() => CorrectionResult, {
    description: 'Answers a request to the viewer’s own organisation, once; for its officers.',
  })
  answerCorrection(
    @Ctx() context: RequestContext,
    @Arg('input', () => AnswerCorrectionInput, { description: 'The answer.' }) input: AnswerCorrectionInput,
  ): Promise<CorrectionEntity | Problem> {
    return asResult(() => answerCorrection(context, input));
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The organisation that has to answer; null if it was removed.',
  })
  organization(
    @Root() { organizationId }: CorrectionEntity,
    @Ctx() context: RequestContext,
  ): Promise<OrganizationEntity | null> {
    return organizationById.load(context, organizationId);
  }

  @FieldResolver(() => Volunteer, { description: 'Who asks.' })
  volunteer(@Root() { volunteerId }: CorrectionEntity): Volunteer {
    return { id: volunteerId };
  }
}

@Resolver(() => Volunteer)
export class VolunteerCorrectionsResolver {
  @FieldResolver(() => CorrectionConnection, {
    nullable: true,
    description:
      'What the person asked organisations to correct, newest first; null for anyone but the person and the guardian of a minor.',
  })
  corrections(
    @Root() person: SeenPerson,
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<CorrectionEntity> | null> {
    return listOwnCorrections(context, args, person);
  }
}
