import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { office } from '../../membership/organization/authority.service.js';
import { actsForNobody } from '../../people/account/account.service.js';
import { Volunteer } from '../../people/volunteer/volunteer.type.js';
import type { AccountRecoveryEntity } from './account-recovery.entity.js';
import { RecoverAccountInput } from './account-recovery.input.js';
import {
  accountOrOffice,
  confirmRecovery,
  type ConfirmedRecovery,
  listRecoveries,
  recoverAccount,
  type RecoveryCode,
  refuseRecovery,
} from './account-recovery.service.js';
import {
  AccountRecovery,
  AccountRecoveryConnection,
  ConfirmRecoveryResult,
  RecoverAccountResult,
  RefuseRecoveryResult,
} from './account-recovery.type.js';

@Resolver(() => AccountRecovery)
export class AccountRecoveryResolver {
  @Allow(office('officer', 'admin'))
  @Query(() => AccountRecoveryConnection, {
    nullable: true,
    description:
      'Each try to recover an account, newest first, for the federation’s office: an error and null for anyone else; null while the service is down.',
  })
  accountRecoveries(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<AccountRecoveryEntity>> {
    return listRecoveries(context, args);
  }

  @Allow(writeScope, actsForNobody)
  @Mutation(() => RecoverAccountResult, {
    description:
      'For whoever signed in, is nobody, and had an account by another sign-in: sends a code to its confirmed e-mail address. The answer is the same whether the address is anybody’s. The account of a minor the office binds anew.',
  })
  recoverAccount(
    @Ctx() context: RequestContext,
    @Arg('input', () => RecoverAccountInput, { description: 'The address.' }) input: RecoverAccountInput,
  ): Promise<RecoveryCode | Problem> {
    return asResult(() => recoverAccount(context, input.email));
  }

  @Allow(writeScope, actsForNobody)
  @Mutation(() => ConfirmRecoveryResult, {
    description:
      'Takes the code: the account becomes the viewer’s after a delay, in which whoever has it is told and can refuse. Whatever is wrong with the code is NOT_FOUND.',
  })
  confirmRecovery(
    @Ctx() context: RequestContext,
    @Arg('code', () => String, { description: 'The code that came to the address.' }) code: string,
  ): Promise<ConfirmedRecovery | Problem> {
    return asResult(() => confirmRecovery(context, code));
  }

  @Allow(writeScope, accountOrOffice)
  @Mutation(() => RefuseRecoveryResult, {
    description:
      'Refuses a recovery before it takes effect. For the person whose account it is, and for officers and admins of the office.',
  })
  refuseRecovery(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The recovery’s id.' }) id: string,
  ): Promise<AccountRecoveryEntity | Problem> {
    return asResult(() => refuseRecovery(context, id));
  }

  @FieldResolver(() => Volunteer, {
    nullable: true,
    description: 'Whose account it is; null where the address is nobody’s, a minor’s or shared.',
  })
  volunteer(@Root() { volunteerId }: AccountRecoveryEntity): Volunteer | null {
    return volunteerId == null ? null : { id: volunteerId };
  }
}
