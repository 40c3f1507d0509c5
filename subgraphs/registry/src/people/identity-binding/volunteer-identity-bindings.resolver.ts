import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SeenPerson } from '../../decision/grant.loader.js';
import { isOwnView } from '../../decision/own-view.rule.js';
import { Volunteer } from '../volunteer/volunteer.type.js';
import type { IdentityBindingEntity } from './identity-binding.entity.js';
import { bindingsByVolunteer } from './identity-binding.loader.js';
import { IdentityBinding } from './identity-binding.type.js';

@Resolver(() => Volunteer)
export class VolunteerIdentityBindingsResolver {
  @FieldResolver(() => [IdentityBinding], {
    nullable: true,
    description:
      'How this person signs in as far as the office has bound it, newest first, at most 50, ended bindings too; null for anyone but the person.',
  })
  async identityBindings(
    @Root() volunteer: SeenPerson,
    @Ctx() context: RequestContext,
  ): Promise<IdentityBindingEntity[] | null> {
    return isOwnView(context, volunteer) ? bindingsByVolunteer.load(context, volunteer.id) : null;
  }
}
