import { ConnectionArgs, findConnection, type Connection } from '@birlik/kernel/connection';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, organization, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Country } from '../country/country.type.js';
import type { MissionEntity } from '../mission/mission.entity.js';
import { Mission } from '../mission/mission.type.js';
import type { SupportCaseEntryEntity } from './support-case-entry.entity.js';
import {
  caseClosingReasons,
  SupportCaseEntity,
  supportCaseStatuses,
  type CaseClosingReason,
  type SupportCaseStatus,
} from './support-case.entity.js';
import { ReferSupportCaseInput, TriageSupportCaseInput } from './support-case.input.js';
import { entriesByCase, missionById } from './support-case.loader.js';
import { enterCase, proposeClosing, referCase, triageCase, written } from './support-case.service.js';
import { SupportCase, SupportCaseConnection, SupportCaseEntry, SupportCaseResult } from './support-case.type.js';

const handlers = organization('officer', 'coordinator', 'admin');

/** What a case is to whoever sees it, and what officers do with the cases of their association. */
@Resolver(() => SupportCase)
export class SupportCaseResolver {
  @FieldResolver(() => Country, { nullable: true, description: 'Where it is; null while the registry is down.' })
  country(@Root() { countryCode }: SupportCaseEntity): Country {
    return { code: countryCode };
  }

  @FieldResolver(() => Boolean, { description: 'Whether nobody acknowledged it in time.' })
  isOverdue(@Root() found: SupportCaseEntity, @Ctx() context: RequestContext): boolean {
    return found.status === supportCaseStatuses.RAISED && found.acknowledgeBy < context.now();
  }

  @FieldResolver(() => Boolean, { description: 'Whether an officer handles it, who alone reads it beside the person.' })
  isTaken(@Root() { owner }: SupportCaseEntity): boolean {
    return owner != null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer is the officer who handles it.' })
  isTakenByViewer(@Root() { owner }: SupportCaseEntity, @Ctx() context: RequestContext): boolean {
    return owner != null && owner === context.keyOwner;
  }

  @FieldResolver(() => Mission, {
    nullable: true,
    description: 'The mission to which it was referred; null if it was not, and without the person’s consent.',
  })
  async mission(
    @Root() { missionId }: SupportCaseEntity,
    @Ctx() context: RequestContext,
  ): Promise<MissionEntity | null> {
    return missionId == null ? null : missionById.load(context, missionId);
  }

  @FieldResolver(() => [SupportCaseEntry], {
    description:
      'What happened to it, the oldest first, at most 200 of the newest; empty for everybody but the person and who handles it, any officer of the association while nobody does.',
  })
  entries(@Root() { id }: SupportCaseEntity, @Ctx() context: RequestContext): Promise<SupportCaseEntryEntity[]> {
    return entriesByCase.load(context, id);
  }

  @Allow(handlers)
  @Query(() => SupportCaseConnection, {
    nullable: true,
    description:
      'The cases of the viewer’s own association, the newest first; for its officers and coordinators. Null while the service is down.',
  })
  supportCases(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('status', () => supportCaseStatuses, {
      nullable: true,
      description: 'Only these; all that are open if unset.',
    })
    status: SupportCaseStatus | null,
  ): Promise<Connection<SupportCaseEntity>> {
    const organizationId = context.requireOrganization();
    const where = { organizationId, status: status ?? { $ne: supportCaseStatuses.CLOSED } };
    return findConnection(context.em, SupportCaseEntity, { args, where, orderBy: [{ id: 'desc' }] });
  }

  @Allow(writeScope, handlers)
  @Mutation(() => SupportCaseResult, { description: 'Acknowledges a case that was raised.' })
  acknowledgeSupportCase(
    @Ctx() context: RequestContext,
    @Arg('caseId', () => ID, { description: 'The case’s id.' }) caseId: string,
  ): Promise<SupportCaseEntity | Problem> {
    return asResult(() => enterCase(context, { caseId, kind: 'acknowledged' }));
  }

  @Allow(writeScope, handlers)
  @Mutation(() => SupportCaseResult, { description: 'Says what a case is, and whether the viewer handles it.' })
  triageSupportCase(
    @Ctx() context: RequestContext,
    @Arg('input', () => TriageSupportCaseInput, { description: 'What it is.' }) input: TriageSupportCaseInput,
  ): Promise<SupportCaseEntity | Problem> {
    return asResult(() => triageCase(context, input));
  }

  @Allow(writeScope, handlers)
  @Mutation(() => SupportCaseResult, { description: 'Asks the person to let the case be referred to a mission.' })
  askToReferCase(
    @Ctx() context: RequestContext,
    @Arg('caseId', () => ID, { description: 'The case’s id.' }) caseId: string,
  ): Promise<SupportCaseEntity | Problem> {
    return asResult(() => enterCase(context, { caseId, kind: 'referral-consent-asked' }));
  }

  @Allow(writeScope, handlers)
  @Mutation(() => SupportCaseResult, {
    description: 'Asks the person of a grave case to let it be brought before officials by itself.',
  })
  askToBringCase(
    @Ctx() context: RequestContext,
    @Arg('caseId', () => ID, { description: 'The case’s id.' }) caseId: string,
  ): Promise<SupportCaseEntity | Problem> {
    return asResult(() => enterCase(context, { caseId, kind: 'meeting-consent-asked' }));
  }

  @Allow(writeScope, handlers)
  @Mutation(() => SupportCaseResult, {
    description: 'Refers a case to a diplomatic mission; refused without the person’s consent.',
  })
  referSupportCase(
    @Ctx() context: RequestContext,
    @Arg('input', () => ReferSupportCaseInput, { description: 'What is referred to whom.' })
    input: ReferSupportCaseInput,
  ): Promise<SupportCaseEntity | Problem> {
    return asResult(() => referCase(context, input));
  }

  @Allow(writeScope, handlers)
  @Mutation(() => SupportCaseResult, { description: 'Answers the person of a case.' })
  answerSupportCase(
    @Ctx() context: RequestContext,
    @Arg('caseId', () => ID, { description: 'The case’s id.' }) caseId: string,
    @Arg('text', () => String, { description: 'The answer, 1 to 4000 characters.' }) text: string,
  ): Promise<SupportCaseEntity | Problem> {
    return asResult(async () => enterCase(context, { caseId, kind: 'answered', text: written(text) }));
  }

  @Allow(writeScope, handlers)
  @Mutation(() => SupportCaseResult, {
    description: 'Says that a case is to be closed. It closes when the person agrees, or has not objected in time.',
  })
  closeSupportCase(
    @Ctx() context: RequestContext,
    @Arg('caseId', () => ID, { description: 'The case’s id.' }) caseId: string,
    @Arg('reason', () => caseClosingReasons, { description: 'Why.' }) reason: CaseClosingReason,
    @Arg('text', () => String, { description: 'What the person is told, 1 to 4000 characters.' }) text: string,
  ): Promise<SupportCaseEntity | Problem> {
    return asResult(async () => proposeClosing(context, { caseId, reason, text }));
  }
}

@Resolver(() => SupportCaseEntry)
export class SupportCaseEntryResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'What was said with it, a decision in the caller’s language; null if nothing was.',
  })
  text(@Root() { text, decision }: SupportCaseEntryEntity, @Ctx() context: RequestContext): string | null {
    return decision ? context.localize(decision) : (text ?? null);
  }
}
