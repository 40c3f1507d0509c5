import { listPeople, type ListedVolunteer } from '@birlik/trust/listed';
import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { Allow, anyone, organization, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { ContingentEntity } from './contingent.entity.js';
import { NominateVolunteerInput } from './contingent.input.js';
import { listContingents, listNominations, nominateVolunteer } from './contingent.service.js';
import {
  Contingent,
  ContingentConnection,
  NominatedVolunteerConnection,
  NominateVolunteerResult,
} from './contingent.type.js';
import type { NominationEntity } from './nomination.entity.js';

@Resolver(() => Contingent)
export class ContingentResolver {
  @Allow(anyone)
  @Query(() => ContingentConnection, {
    nullable: true,
    description: 'The contingents of the member universities, newest first; null while the service is down.',
  })
  contingents(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<ContingentEntity>> {
    return listContingents(context, args);
  }

  @Allow(writeScope, organization('officer', 'system', 'admin'))
  @Mutation(() => NominateVolunteerResult, {
    description: 'Nominates a current student to a contingent; for officers and systems of the university.',
  })
  nominateVolunteer(
    @Ctx() context: RequestContext,
    @Arg('input', () => NominateVolunteerInput, { description: 'The student and the contingent.' })
    input: NominateVolunteerInput,
  ): Promise<NominationEntity | Problem> {
    return asResult(() => nominateVolunteer(context, input));
  }

  @Allow(organization('officer', 'system', 'admin'))
  @FieldResolver(() => NominatedVolunteerConnection, {
    nullable: true,
    description: 'Who is nominated; an error and null for anyone but the university’s own officers and systems.',
  })
  async nominated(
    @Root() contingent: ContingentEntity,
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<ListedVolunteer>> {
    const page = await listNominations(context, contingent, args);
    return listPeople(context, page, { list: 'nominated', personOf: (row) => row.volunteerId });
  }
}
