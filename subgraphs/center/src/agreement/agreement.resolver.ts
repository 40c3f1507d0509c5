import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { Allow, anyone, organization, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Organization } from '@birlik/trust/organization';
import { Country } from '../country/country.type.js';
import { internationalCenter } from '../membership/member-country.service.js';
import type { AgreementEntity } from './agreement.entity.js';
import { RegisterAgreementInput } from './agreement.input.js';
import { listAgreements, registerAgreement } from './agreement.service.js';
import { Agreement, AgreementConnection, RegisterAgreementResult } from './agreement.type.js';

@Resolver(() => Agreement)
export class AgreementResolver {
  @Allow(anyone)
  @Query(() => AgreementConnection, {
    nullable: true,
    description: 'The agreements that the center knows of, newest first; null while the service is down.',
  })
  agreements(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<AgreementEntity>> {
    return listAgreements(context, args);
  }

  @Allow(writeScope, organization('officer', 'analyst'), internationalCenter)
  @Mutation(() => RegisterAgreementResult, {
    description: 'Registers a signed agreement, once; for officers and analysts of the center.',
  })
  registerAgreement(
    @Ctx() context: RequestContext,
    @Arg('input', () => RegisterAgreementInput, { description: 'The agreement.' }) input: RegisterAgreementInput,
  ): Promise<AgreementEntity | Problem> {
    return asResult(() => registerAgreement(context, input));
  }

  @FieldResolver(() => [Organization], {
    nullable: true,
    description: 'The organisations that signed it, at most 50; null while the registry is down.',
  })
  parties(@Root() agreement: AgreementEntity): Organization[] {
    return agreement.partyIds.map((id) => ({ id }));
  }

  @FieldResolver(() => [Country], {
    nullable: true,
    description: 'The countries that it involves, at most 50; null while the registry is down.',
  })
  countries(@Root() agreement: AgreementEntity): Country[] {
    return agreement.countryCodes.map((code) => ({ code }));
  }
}
