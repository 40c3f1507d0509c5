import { Allow, freshSignIn, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { office } from '../organization/authority.service.js';
import type { OrganizationEntity } from '../organization/organization.entity.js';
import { Organization } from '../organization/organization.type.js';
import type { IssuerEntity } from './issuer.entity.js';
import { IssuerInput, WithdrawIssuerInput } from './issuer.input.js';
import { organizationsByIssuer } from './issuer.loader.js';
import { admitIssuer, changeIssuer, listIssuers, withdrawIssuer } from './issuer.service.js';
import { Issuer, IssuerResult } from './issuer.type.js';

@Resolver(() => Issuer)
export class IssuerResolver {
  @Allow(office('admin', 'officer'))
  @Query(() => [Issuer], {
    nullable: true,
    description:
      'The identity providers by name, at most 200, withdrawn ones too, for the federation’s office: an error and null for anyone else; null while the service is down.',
  })
  issuers(@Ctx() context: RequestContext): Promise<IssuerEntity[]> {
    return listIssuers(context);
  }

  @Allow(writeScope, office('admin'), freshSignIn)
  @Mutation(() => IssuerResult, {
    description:
      'Admits an identity provider, or again one that was withdrawn. The gateway has to accept its tokens too. For admins of the office, with a fresh sign-in (FRESH_SIGN_IN_REQUIRED).',
  })
  admitIssuer(
    @Ctx() context: RequestContext,
    @Arg('input', () => IssuerInput, { description: 'The identity provider and what is believed of its tokens.' })
    input: IssuerInput,
  ): Promise<IssuerEntity | Problem> {
    return asResult(() => admitIssuer(context, input));
  }

  @Allow(writeScope, office('admin'), freshSignIn)
  @Mutation(() => IssuerResult, {
    description:
      'Says anew what is believed of an identity provider’s tokens: here from the next request on, at other members within half a minute. For admins of the office with a fresh sign-in (FRESH_SIGN_IN_REQUIRED), who cannot take their own right by it.',
  })
  changeIssuer(
    @Ctx() context: RequestContext,
    @Arg('input', () => IssuerInput, { description: 'The identity provider and what is believed of its tokens.' })
    input: IssuerInput,
  ): Promise<IssuerEntity | Problem> {
    return asResult(() => changeIssuer(context, input));
  }

  @Allow(writeScope, office('admin'), freshSignIn)
  @Mutation(() => IssuerResult, {
    description:
      'Withdraws an identity provider: whoever signs in by it is nobody, here from the next request on, at other members within half a minute. For admins of the office with a fresh sign-in (FRESH_SIGN_IN_REQUIRED), who cannot take their own right by it.',
  })
  withdrawIssuer(
    @Ctx() context: RequestContext,
    @Arg('input', () => WithdrawIssuerInput, { description: 'The identity provider and the reason.' })
    input: WithdrawIssuerInput,
  ): Promise<IssuerEntity | Problem> {
    return asResult(() => withdrawIssuer(context, input));
  }

  @FieldResolver(() => [Organization], {
    description: 'The organisations whose identity provider it is, at most 200; it may name them and no other.',
  })
  organizations(@Root() { issuer }: IssuerEntity, @Ctx() context: RequestContext): Promise<OrganizationEntity[]> {
    return organizationsByIssuer.load(context, issuer);
  }
}
