import type { RequestContext } from '@birlik/trust/context';
import { verifyRelation } from '@birlik/trust/relation';
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { memberKeys } from '../../decision/grant.service.js';
import type { VolunteerEntity } from '../volunteer/volunteer.entity.js';
import { volunteerByGrant } from '../volunteer/volunteer.loader.js';
import { fullName } from '../volunteer/volunteer.service.js';
import { grantByRelation } from './related-person.loader.js';
import { RelatedPerson } from './related-person.type.js';

/** The registry's row of the other one, or null when no relation holds that would open it. */
async function open(
  { statement }: RelatedPerson,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<VolunteerEntity | null> {
  const viewer = context.viewer?.volunteerId ?? null;
  const relation = verifyRelation(statement, { viewer, keys: memberKeys.of(context.member) });
  const grant = relation && (await grantByRelation.load(context, { relation, reads: context.statedReads(info) }));
  return grant && volunteerByGrant.load(context, grant);
}

@Resolver(() => RelatedPerson)
export class RelatedPersonResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The full name; null once the relation has ended or the person has left, and while the service is down.',
  })
  async name(
    @Root() person: RelatedPerson,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<string | null> {
    const row = await open(person, context, info);
    return row && fullName(row);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The e-mail address; null if none is known, and where the name is null.',
  })
  async email(
    @Root() person: RelatedPerson,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<string | null> {
    return (await open(person, context, info))?.email ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The telephone number in E.164 form; null if none is known, and where the name is null.',
  })
  async phone(
    @Root() person: RelatedPerson,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<string | null> {
    return (await open(person, context, info))?.phone ?? null;
  }
}
