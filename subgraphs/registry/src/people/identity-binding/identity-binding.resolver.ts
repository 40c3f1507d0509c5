import { Allow, freshSignIn, writeScope } from '@birlik/trust/allow';
import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { office } from '../../membership/organization/authority.service.js';
import { Volunteer } from '../volunteer/volunteer.type.js';
import type { IdentityBindingEntity } from './identity-binding.entity.js';
import { BindIdentityInput } from './identity-binding.input.js';
import { bindIdentity, boundOrOffice, endBinding, listBindings } from './identity-binding.service.js';
import { IdentityBinding, IdentityBindingConnection, IdentityBindingResult } from './identity-binding.type.js';

@Resolver(() => IdentityBinding)
export class IdentityBindingResolver {
  @Allow(office('admin', 'officer'))
  @Query(() => IdentityBindingConnection, {
    nullable: true,
    description:
      'Who is bound to which subject, newest first, ended bindings too, for the federation’s office: an error and null for anyone else; null while the service is down.',
  })
  identityBindings(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('issuer', () => String, {
      nullable: true,
      description: 'Only those of this identity provider; all if unset.',
    })
    issuer: string | null,
  ): Promise<Connection<IdentityBindingEntity>> {
    return listBindings(context, args, issuer ?? null);
  }

  @Allow(writeScope, office('admin', 'officer'), freshSignIn)
  @Mutation(() => IdentityBindingResult, {
    description:
      'Binds a person to a subject of an identity provider: whoever signs in there as that subject is the person. For officers and admins of the office, with a fresh sign-in (FRESH_SIGN_IN_REQUIRED).',
  })
  bindIdentity(
    @Ctx() context: RequestContext,
    @Arg('input', () => BindIdentityInput, { description: 'The person, the identity provider and the subject.' })
    input: BindIdentityInput,
  ): Promise<IdentityBindingEntity | Problem> {
    return asResult(() => bindIdentity(context, input));
  }

  @Allow(writeScope, boundOrOffice, freshSignIn)
  @Mutation(() => IdentityBindingResult, {
    description:
      'Ends a binding: within half a minute the subject is nobody, whatever its token claims, until it is bound anew. For the person, but not the last one, and for officers and admins of the office; with a fresh sign-in (FRESH_SIGN_IN_REQUIRED).',
  })
  endIdentityBinding(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The binding’s id.' }) id: string,
  ): Promise<IdentityBindingEntity | Problem> {
    return asResult(() => endBinding(context, id));
  }

  @FieldResolver(() => Volunteer, { description: 'The person.' })
  volunteer(@Root() { volunteerId }: IdentityBindingEntity): Volunteer {
    return { id: volunteerId };
  }
}
