import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { SeenPerson } from '../../decision/grant.loader.js';
import { isOwnView } from '../../decision/own-view.rule.js';
import { Volunteer } from '../volunteer/volunteer.type.js';
import { changeEmail, confirmEmail } from './email-change.service.js';
import type { FormerNameEntity } from './former-name.entity.js';
import { formerNamesByVolunteer } from './former-name.loader.js';
import { ChangeContactInput, ChangeEmailInput, ChangeNameInput, ChangeOwnFactsInput } from './own-facts.input.js';
import { changeContact, changeName, changeOwnFacts } from './own-facts.service.js';
import type { EmailChange, OwnFactsChange } from './own-facts.type.js';
import { EmailChangeResult, FormerName, OwnFactsChangeResult } from './own-facts.type.js';

@Resolver(() => Volunteer)
export class OwnFactsResolver {
  @Allow(writeScope, volunteer)
  @Mutation(() => OwnFactsChangeResult, {
    description:
      'Gives the viewer another name, which whoever may read the name reads from then on; the one before is kept.',
  })
  changeName(
    @Ctx() context: RequestContext,
    @Arg('input', () => ChangeNameInput, { description: 'The name.' }) input: ChangeNameInput,
  ): Promise<OwnFactsChange | Problem> {
    return asResult(() => changeName(context, input));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => OwnFactsChangeResult, {
    description: 'Says how to deal with the viewer, for those who may read the contact.',
  })
  changeOwnFacts(
    @Ctx() context: RequestContext,
    @Arg('input', () => ChangeOwnFactsInput, { description: 'Languages, time and whom to call.' })
    input: ChangeOwnFactsInput,
  ): Promise<OwnFactsChange | Problem> {
    return asResult(() => changeOwnFacts(context, input));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => OwnFactsChangeResult, {
    description:
      'Says how to reach the viewer and where they live, for those who may read the contact. A country that changes when the viewer is of age, or whether they are, is CONFLICT: the office writes it down.',
  })
  changeContact(
    @Ctx() context: RequestContext,
    @Arg('input', () => ChangeContactInput, { description: 'Telephone, town and country.' }) input: ChangeContactInput,
  ): Promise<OwnFactsChange | Problem> {
    return asResult(() => changeContact(context, input));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => EmailChangeResult, {
    description:
      'Sends a code to a new e-mail address of the viewer; it is theirs once `confirmEmail` has the code. So many a day, then LIMIT_REACHED.',
  })
  changeEmail(
    @Ctx() context: RequestContext,
    @Arg('input', () => ChangeEmailInput, { description: 'The address.' }) input: ChangeEmailInput,
  ): Promise<EmailChange | Problem> {
    return asResult(() => changeEmail(context, input.email));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => OwnFactsChangeResult, {
    description: 'Makes the new e-mail address the viewer’s. Whatever is wrong with the code is NOT_FOUND.',
  })
  confirmEmail(
    @Ctx() context: RequestContext,
    @Arg('code', () => String, { description: 'The code that came to the address.' }) code: string,
  ): Promise<OwnFactsChange | Problem> {
    return asResult(() => confirmEmail(context, code));
  }

  @FieldResolver(() => [FormerName], {
    nullable: true,
    description: 'The names that this person had before, newest first, at most 50; null for anyone but the person.',
  })
  async formerNames(@Root() person: SeenPerson, @Ctx() context: RequestContext): Promise<FormerNameEntity[] | null> {
    return isOwnView(context, person) ? formerNamesByVolunteer.load(context, person.id) : null;
  }
}
