import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { Allow, writeScope } from '@birlik/trust/allow';
import { isOfOffice } from '../../membership/organization/authority.loader.js';
import { office } from '../../membership/organization/authority.service.js';
import type { RequestContext } from '@birlik/trust/context';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Volunteer } from '../../people/volunteer/volunteer.type.js';
import type { GuardianshipEntity } from './guardianship.entity.js';
import { RecordGuardianshipInput } from './guardianship.input.js';
import { endGuardianship, listRecordedGuardianships, recordGuardianship } from './guardianship.service.js';
import { Guardianship, GuardianshipConnection, GuardianshipResult } from './guardianship.type.js';

@Resolver(() => Guardianship)
export class GuardianshipResolver {
  @Allow(office('admin', 'officer'))
  @Query(() => GuardianshipConnection, {
    nullable: true,
    description:
      'The guardianships that the office recorded, newest first, for its officers and admins: an error and null for anyone else; null while the service is down.',
  })
  guardianships(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('inForce', () => Boolean, {
      defaultValue: true,
      description: 'Only those by which somebody decides now; those that are over too if false.',
    })
    inForce: boolean,
  ): Promise<Connection<GuardianshipEntity>> {
    return listRecordedGuardianships(context, args, inForce);
  }

  @Allow(writeScope, office('admin', 'officer'))
  @Mutation(() => GuardianshipResult, {
    description: 'Records who decides on a minor’s consents. For officers and admins of the office.',
  })
  recordGuardianship(
    @Ctx() context: RequestContext,
    @Arg('input', () => RecordGuardianshipInput, { description: 'Guardian, ward and evidence.' })
    input: RecordGuardianshipInput,
  ): Promise<GuardianshipEntity | Problem> {
    return asResult(() => recordGuardianship(context, input));
  }

  @Allow(writeScope, office('admin', 'officer'))
  @Mutation(() => GuardianshipResult, {
    description: 'Ends a guardianship from the next request on. For officers and admins of the office.',
  })
  endGuardianship(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The guardianship’s id.' }) id: string,
  ): Promise<GuardianshipEntity | Problem> {
    return asResult(() => endGuardianship(context, id));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What the office has seen, such as the number of a document; null for anyone but its officers and admins.',
  })
  async evidence(@Root() { evidence }: GuardianshipEntity, @Ctx() context: RequestContext): Promise<string | null> {
    return (await isOfOffice(context, 'admin', 'officer')) ? evidence : null;
  }

  @FieldResolver(() => Volunteer, { description: 'Who decides.' })
  guardian(@Root() { guardianId }: GuardianshipEntity): Volunteer {
    return { id: guardianId };
  }

  @FieldResolver(() => Volunteer, { description: 'The minor.' })
  ward(@Root() { wardId }: GuardianshipEntity): Volunteer {
    return { id: wardId };
  }
}
