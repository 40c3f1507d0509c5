import { Allow, writeScope } from '@birlik/trust/allow';
import { office } from '../../membership/organization/authority.service.js';
import type { RequestContext } from '@birlik/trust/context';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Volunteer } from '../../people/volunteer/volunteer.type.js';
import type { GuardianshipEntity } from './guardianship.entity.js';
import { RecordGuardianshipInput } from './guardianship.input.js';
import { endGuardianship, recordGuardianship } from './guardianship.service.js';
import { Guardianship, GuardianshipResult } from './guardianship.type.js';

@Resolver(() => Guardianship)
export class GuardianshipResolver {
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

  @FieldResolver(() => Volunteer, { description: 'Who decides.' })
  guardian(@Root() { guardianId }: GuardianshipEntity): Volunteer {
    return { id: guardianId };
  }

  @FieldResolver(() => Volunteer, { description: 'The minor.' })
  ward(@Root() { wardId }: GuardianshipEntity): Volunteer {
    return { id: wardId };
  }
}
