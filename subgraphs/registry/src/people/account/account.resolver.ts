import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { SignUpInput } from './account.input.js';
import { actsForNobody, signUp } from './account.service.js';
import type { Account } from './account.type.js';
import { SignUpResult } from './account.type.js';

@Resolver()
export class AccountResolver {
  @Allow(writeScope, actsForNobody)
  @Mutation(() => SignUpResult, {
    description:
      'Makes whoever signed in and is nobody yet a person of the federation, from the next request on. A second call changes nothing. The account of a minor waits for a guardian. For those whose identity provider the office lets sign people up, and not for the accounts of organisations’ officers and systems.',
  })
  signUp(
    @Ctx() context: RequestContext,
    @Arg('input', () => SignUpInput, { description: 'Who it is.' }) input: SignUpInput,
  ): Promise<Account | Problem> {
    return asResult(() => signUp(context, input));
  }
}
