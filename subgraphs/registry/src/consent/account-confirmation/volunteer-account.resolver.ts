import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SeenPerson } from '../../decision/grant.loader.js';
import { Volunteer } from '../../people/volunteer/volunteer.type.js';
import type { AccountConfirmationEntity } from './account-confirmation.entity.js';
import { readAccountConfirmation, readIsOfAge } from './account-confirmation.service.js';
import { AccountConfirmation } from './account-confirmation.type.js';

@Resolver(() => Volunteer)
export class VolunteerAccountResolver {
  @FieldResolver(() => AccountConfirmation, {
    nullable: true,
    description:
      'What a guardian says to the account that the person made as a minor; null for all other people, and for anyone but the person and the guardian of a minor.',
  })
  accountConfirmation(
    @Root() volunteer: SeenPerson,
    @Ctx() context: RequestContext,
  ): Promise<AccountConfirmationEntity | null> {
    return readAccountConfirmation(context, volunteer);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether the person decides for themself: false for a minor. Null for anyone but the person and the guardian of a minor.',
  })
  isOfAge(@Root() volunteer: SeenPerson, @Ctx() context: RequestContext): Promise<boolean | null> {
    return readIsOfAge(context, volunteer);
  }
}
