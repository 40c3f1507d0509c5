import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SeenPerson } from '../../decision/grant.loader.js';
import { Volunteer } from '../../people/volunteer/volunteer.type.js';
import type { AccountRecoveryEntity } from './account-recovery.entity.js';
import { listOwnRecoveries } from './account-recovery.service.js';
import { AccountRecovery } from './account-recovery.type.js';

@Resolver(() => Volunteer)
export class VolunteerRecoveriesResolver {
  @FieldResolver(() => [AccountRecovery], {
    nullable: true,
    description:
      'Who came or comes to this person’s account by its address, newest first, at most 50; null for anyone but the person.',
  })
  accountRecoveries(
    @Root() volunteer: SeenPerson,
    @Ctx() context: RequestContext,
  ): Promise<AccountRecoveryEntity[] | null> {
    return listOwnRecoveries(context, volunteer);
  }
}
