import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, organization, signedIn, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { ListedVolunteer, listPerson } from '@birlik/trust/listed';
import { RelatedPerson, relatedPerson } from '@birlik/trust/related';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GovernanceBodyEntity } from './governance-body.entity.js';
import { GovernanceBody } from './governance-body.type.js';
import type { GovernanceMandateEntity } from './governance-mandate.entity.js';
import { GiveGovernanceMandateInput } from './governance-mandate.input.js';
import { endMandate, giveMandate, listMandates, listOwnMandates } from './governance-mandate.service.js';
import {
  ChangeGovernanceMandateResult,
  GovernanceMandate,
  GovernanceMandateConnection,
} from './governance-mandate.type.js';
import { bodyById, readsBody } from './governance.loader.js';

const keepers = ['officer', 'coordinator', 'admin'] as const;

@Resolver(() => GovernanceMandate)
export class GovernanceMandateResolver {
  @Allow(volunteer)
  @Query(() => GovernanceMandateConnection, {
    nullable: true,
    description: 'The viewer’s own mandates in bodies, past ones too, newest first; null while the service is down.',
  })
  myGovernanceMandates(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<GovernanceMandateEntity>> {
    return listOwnMandates(context, args);
  }

  @Allow(signedIn)
  @Query(() => GovernanceMandateConnection, {
    nullable: true,
    description:
      'Who is or was in a body, newest first, for who has a live mandate in it, for the audit commission and for officers of its organisation; for anyone else their own alone. Null while the service is down.',
  })
  governanceMandates(
    @Ctx() context: RequestContext,
    @Directive('@tag(name: "public")')
    @Arg('bodyId', () => ID, { description: 'The body’s id.' })
    bodyId: string,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<GovernanceMandateEntity>> {
    return listMandates(context, args, bodyId);
  }

  @Allow(writeScope, organization(...keepers))
  @Mutation(() => ChangeGovernanceMandateResult, {
    description: 'Gives a person a mandate in a body of the viewer’s own organisation, from an instant to another one.',
  })
  giveGovernanceMandate(
    @Ctx() context: RequestContext,
    @Arg('input', () => GiveGovernanceMandateInput, { description: 'Who, in which body, from when to when.' })
    input: GiveGovernanceMandateInput,
  ): Promise<GovernanceMandateEntity | Problem> {
    return asResult(() => giveMandate(context, input));
  }

  @Allow(writeScope, organization(...keepers))
  @Mutation(() => ChangeGovernanceMandateResult, {
    description: 'Ends a mandate now: from this instant on it gives no right.',
  })
  endGovernanceMandate(
    @Ctx() context: RequestContext,
    @Arg('mandateId', () => ID, { description: 'The mandate’s id.' }) id: string,
  ): Promise<GovernanceMandateEntity | Problem> {
    return asResult(() => endMandate(context, id));
  }

  @FieldResolver(() => GovernanceBody, { description: 'The body.' })
  async body(
    @Root() { bodyId }: GovernanceMandateEntity,
    @Ctx() context: RequestContext,
  ): Promise<GovernanceBodyEntity> {
    const body = await bodyById.load(context, bodyId);
    if (!body) throw new Error('A mandate has its body.');
    return body;
  }

  @FieldResolver(() => ListedVolunteer, {
    nullable: true,
    description:
      'Who it is, once the registry has entered the read, for officers of the organisation; null for anyone else.',
  })
  person(@Root() mandate: GovernanceMandateEntity, @Ctx() context: RequestContext): ListedVolunteer | null {
    if (context.organizationId !== mandate.organizationId) return null;
    return listPerson(context, { list: 'governanceMandates', person: mandate.volunteerId });
  }

  @FieldResolver(() => RelatedPerson, {
    nullable: true,
    description:
      'Who it is, for the others of the body and for the audit commission, as long as both mandates are live; null for anyone else and for the viewer’s own.',
  })
  async colleague(
    @Root() { id, bodyId, volunteerId, startsAt, endsAt }: GovernanceMandateEntity,
    @Ctx() context: RequestContext,
  ): Promise<RelatedPerson | null> {
    const own = context.viewer?.volunteerId;
    const now = context.now();
    if (!own || own === volunteerId || startsAt > now || endsAt <= now) return null;
    if (!(await readsBody.load(context, bodyId))) return null;
    return relatedPerson(context, { kind: 'colleague', id, people: [own, volunteerId] });
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is the viewer’s own.' })
  isOwn(@Root() { volunteerId }: GovernanceMandateEntity, @Ctx() { viewer }: RequestContext): boolean {
    return volunteerId === viewer?.volunteerId;
  }

  @FieldResolver(() => Boolean, { description: 'Whether it gives a right at this instant.' })
  isLive(@Root() { startsAt, endsAt }: GovernanceMandateEntity, @Ctx() context: RequestContext): boolean {
    const now = context.now();
    return startsAt <= now && now < endsAt;
  }
}
