import { ConnectionArgs, findConnection, type Connection } from '@birlik/kernel/connection';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, ID, Mutation, Query, registerEnumType, Resolver } from 'type-graphql';
import { RaiseSupportCaseInput } from './support-case.input.js';
import { SupportCaseEntity } from './support-case.entity.js';
import { enterCase, raiseCase, written } from './support-case.service.js';
import { SupportCase, SupportCaseConnection, SupportCaseResult } from './support-case.type.js';

const caseConsentMatters = { REFERRAL: 'referral', MEETING: 'meeting' } as const;
export type CaseConsentMatter = (typeof caseConsentMatters)[keyof typeof caseConsentMatters];

registerEnumType(caseConsentMatters, {
  name: 'CaseConsentMatter',
  description: 'What about a case needs its person’s consent.',
  valuesConfig: {
    REFERRAL: { description: 'To refer it to a diplomatic mission.' },
    MEETING: { description: 'To bring it before officials by itself.' },
  },
});

/** What a person does with their own cases. */
@Resolver(() => SupportCase)
export class OwnCaseResolver {
  @Allow(volunteer)
  @Query(() => SupportCaseConnection, {
    nullable: true,
    description: 'The viewer’s own cases, the newest first; null while the service is down.',
  })
  mySupportCases(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<SupportCaseEntity>> {
    const where = { volunteerId: context.requireVolunteer() };
    return findConnection(context.em, SupportCaseEntity, { args, where, orderBy: [{ id: 'desc' }] });
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => SupportCaseResult, {
    description: 'Raises a case, which the association has to acknowledge within 24 hours unless it says otherwise.',
  })
  raiseSupportCase(
    @Ctx() context: RequestContext,
    @Arg('input', () => RaiseSupportCaseInput, { description: 'What troubles the viewer.' })
    input: RaiseSupportCaseInput,
  ): Promise<SupportCaseEntity | Problem> {
    return asResult(() => raiseCase(context, input));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => SupportCaseResult, { description: 'Adds something to a case of the viewer’s that is open.' })
  addToSupportCase(
    @Ctx() context: RequestContext,
    @Arg('caseId', () => ID, { description: 'The case’s id.' }) caseId: string,
    @Arg('text', () => String, { description: 'What is added, 1 to 4000 characters.' }) text: string,
  ): Promise<SupportCaseEntity | Problem> {
    return asResult(async () => enterCase(context, { caseId, kind: 'added', text: written(text) }));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => SupportCaseResult, {
    description:
      'Gives the viewer’s consent to something about a case that an officer asked for, refuses it, or takes it back: the mission or the agenda then has the case no longer.',
  })
  answerCaseConsent(
    @Ctx() context: RequestContext,
    @Arg('caseId', () => ID, { description: 'The case’s id.' }) caseId: string,
    @Arg('matter', () => caseConsentMatters, { description: 'To what.' }) matter: CaseConsentMatter,
    @Arg('gives', () => Boolean, { description: 'Whether the viewer consents from now on.' }) gives: boolean,
  ): Promise<SupportCaseEntity | Problem> {
    return asResult(() =>
      enterCase(context, { caseId, kind: `${matter}-consent-${gives ? 'given' : 'withdrawn'}` as const }),
    );
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => SupportCaseResult, { description: 'Objects to the closing of a case of the viewer’s: it goes on.' })
  objectToCaseClosing(
    @Ctx() context: RequestContext,
    @Arg('caseId', () => ID, { description: 'The case’s id.' }) caseId: string,
    @Arg('text', () => String, { description: 'Why, 1 to 4000 characters.' }) text: string,
  ): Promise<SupportCaseEntity | Problem> {
    return asResult(async () => enterCase(context, { caseId, kind: 'objected', text: written(text) }));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => SupportCaseResult, {
    description: 'Agrees to the closing of a case of the viewer’s, which closes it.',
  })
  agreeToCaseClosing(
    @Ctx() context: RequestContext,
    @Arg('caseId', () => ID, { description: 'The case’s id.' }) caseId: string,
  ): Promise<SupportCaseEntity | Problem> {
    return asResult(() => enterCase(context, { caseId, kind: 'closed' }));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => SupportCaseResult, { description: 'Reopens a case of the viewer’s that was closed.' })
  reopenSupportCase(
    @Ctx() context: RequestContext,
    @Arg('caseId', () => ID, { description: 'The case’s id.' }) caseId: string,
    @Arg('text', () => String, { description: 'Why, 1 to 4000 characters.' }) text: string,
  ): Promise<SupportCaseEntity | Problem> {
    return asResult(async () => enterCase(context, { caseId, kind: 'reopened', text: written(text) }));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => SupportCaseResult, { description: 'Takes a case of the viewer’s back, which closes it at once.' })
  withdrawSupportCase(
    @Ctx() context: RequestContext,
    @Arg('caseId', () => ID, { description: 'The case’s id.' }) caseId: string,
  ): Promise<SupportCaseEntity | Problem> {
    return asResult(() => enterCase(context, { caseId, kind: 'withdrawn' }));
  }
}
