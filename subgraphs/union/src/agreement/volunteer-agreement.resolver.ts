import { listPeople, type ListedVolunteer } from '@birlik/trust/listed';
import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, organization } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { VolunteerAgreementEntity } from './volunteer-agreement.entity.js';
import { ServingVolunteerConnection, VolunteerAgreement } from './volunteer-agreement.type.js';
import { lawById } from './volunteering-law.loader.js';

@Resolver(() => VolunteerAgreement)
export class VolunteerAgreementResolver {
  @Allow(organization('officer', 'system', 'admin'))
  @Query(() => ServingVolunteerConnection, {
    nullable: true,
    description:
      'The people who have an agreement without an end with the viewer’s own organisation; for its officers and systems; null while the service is down.',
  })
  async servingVolunteers(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<ListedVolunteer>> {
    const organizationId = context.requireOrganization();
    const page = await findConnection(context.em, VolunteerAgreementEntity, {
      args,
      where: { organizationId, endsOn: null },
      orderBy: [{ id: 'asc' }],
    });
    return listPeople(context, page, { list: 'servingVolunteers', personOf: (row) => row.volunteerId });
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The law that it rests on, in the caller’s language; null if the law is no longer on the list.',
  })
  async law(@Root() agreement: VolunteerAgreementEntity, @Ctx() context: RequestContext): Promise<string | null> {
    const law = await lawById.load(context, agreement.lawId);
    return law && context.localize(law.name);
  }
}
