import { Allow, writeScope } from '@birlik/trust/allow';
import { manager } from '../organization/authority.service.js';
import type { RequestContext } from '@birlik/trust/context';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { OrganizationKeyEntity } from './organization-key.entity.js';
import { AddOrganizationKeyInput, RetireOrganizationKeyInput } from './organization-key.input.js';
import { addOrganizationKey, retireOrganizationKey } from './organization-key.service.js';
import { OrganizationKey, OrganizationKeyResult } from './organization-key.type.js';

@Resolver(() => OrganizationKey)
export class OrganizationKeyResolver {
  @Allow(writeScope, manager('admin', 'officer'))
  @Mutation(() => OrganizationKeyResult, {
    description: 'Adds a public key of an organisation. For its own officers and for admins of the office.',
  })
  addOrganizationKey(
    @Ctx() context: RequestContext,
    @Arg('input', () => AddOrganizationKeyInput, { description: 'The key and how long it is valid.' })
    input: AddOrganizationKeyInput,
  ): Promise<OrganizationKeyEntity | Problem> {
    return asResult(() => addOrganizationKey(context, input));
  }

  @Allow(writeScope, manager('admin', 'officer'))
  @Mutation(() => OrganizationKeyResult, {
    description:
      'Gives up a key; what was signed before stays verifiable. For the organisation’s own officers and for admins of the office.',
  })
  retireOrganizationKey(
    @Ctx() context: RequestContext,
    @Arg('input', () => RetireOrganizationKeyInput, { description: 'The key and since when.' })
    input: RetireOrganizationKeyInput,
  ): Promise<OrganizationKeyEntity | Problem> {
    return asResult(() => retireOrganizationKey(context, input));
  }

  @FieldResolver(() => String, { description: 'The key as a JSON Web Key (RFC 8037).' })
  publicKey(@Root() key: OrganizationKeyEntity): string {
    return JSON.stringify(key.publicKey);
  }
}
