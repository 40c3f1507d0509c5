import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { AccountConfirmationEntity } from '../consent/account-confirmation/account-confirmation.entity.js';
import { ConfirmAccountResult } from '../consent/account-confirmation/account-confirmation.type.js';
import { confirmAccount } from './account-answer.service.js';

@Resolver()
export class AccountAnswerResolver {
  @Allow(writeScope, volunteer)
  @Mutation(() => ConfirmAccountResult, {
    description:
      'Says a guardian’s yes or no to the account of a ward, once. By a no the account is over at once, and is erased after the delay of an erasure; it needs a fresh sign-in.',
  })
  confirmAccount(
    @Ctx() context: RequestContext,
    @Arg('confirm', () => Boolean, { description: 'True for yes.' }) confirm: boolean,
    @Arg('onBehalfOf', () => ID, { description: 'The minor for whom the viewer decides as guardian.' })
    onBehalfOf: string,
  ): Promise<AccountConfirmationEntity | Problem> {
    return asResult(() => confirmAccount(context, { confirm, onBehalfOf }));
  }
}
