import { ConnectionArgs, findConnection, type Connection } from '@birlik/kernel/connection';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, anyone, organization, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { CaseClusterEntity } from './case-cluster.entity.js';
import type { AgendaItemEntity } from './official-meeting.entity.js';
import { OfficialMeetingEntity } from './official-meeting.entity.js';
import {
  AddAgendaItemInput,
  DecideAgendaItemInput,
  PlanOfficialMeetingInput,
  PublishOfficialMeetingInput,
} from './official-meeting.input.js';
import { clusterById, itemsByMeeting } from './official-meeting.loader.js';
import {
  addItem,
  cancelMeeting,
  decideItem,
  planMeeting,
  publishMeeting,
  removeItem,
} from './official-meeting.service.js';
import {
  AgendaItem,
  CaseCluster,
  OfficialMeeting,
  OfficialMeetingConnection,
  OfficialMeetingResult,
} from './official-meeting.type.js';

const platform = organization('officer', 'coordinator', 'admin');

@Resolver(() => OfficialMeeting)
export class OfficialMeetingResolver {
  @Allow(anyone)
  @Query(() => OfficialMeetingConnection, {
    nullable: true,
    description:
      'Meetings with officials whose decisions are published, the newest first; officers of the platform see those that are planned and cancelled too. Null while the service is down.',
  })
  officialMeetings(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<OfficialMeetingEntity>> {
    return findConnection(context.em, OfficialMeetingEntity, { args, orderBy: [{ id: 'desc' }] });
  }

  @FieldResolver(() => [AgendaItem], {
    description: 'Its agenda, at most 100 points; without the single cases for everybody but the platform’s officers.',
  })
  agenda(@Root() { id }: OfficialMeetingEntity, @Ctx() context: RequestContext): Promise<AgendaItemEntity[]> {
    return itemsByMeeting.load(context, id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The minutes; null until they are written, and for everybody but the platform’s officers.',
  })
  minutes(@Root() meeting: OfficialMeetingEntity, @Ctx() context: RequestContext): string | null {
    return meeting.organizationId === context.organizationId ? (meeting.minutes ?? null) : null;
  }

  @Allow(writeScope, platform)
  @Mutation(() => OfficialMeetingResult, {
    description: 'Plans a meeting with officials; for officers of the platform.',
  })
  planOfficialMeeting(
    @Ctx() context: RequestContext,
    @Arg('input', () => PlanOfficialMeetingInput, { description: 'The meeting.' }) input: PlanOfficialMeetingInput,
  ): Promise<OfficialMeetingEntity | Problem> {
    return asResult(() => planMeeting(context, input));
  }

  @Allow(writeScope, platform)
  @Mutation(() => OfficialMeetingResult, {
    description:
      'Puts a cluster of enough people, or a single grave case whose person consents, on the agenda of a planned meeting.',
  })
  addAgendaItem(
    @Ctx() context: RequestContext,
    @Arg('input', () => AddAgendaItemInput, { description: 'What is put on which agenda.' }) input: AddAgendaItemInput,
  ): Promise<OfficialMeetingEntity | Problem> {
    return asResult(async () => addItem(context, input));
  }

  @Allow(writeScope, platform)
  @Mutation(() => OfficialMeetingResult, { description: 'Takes a point from the agenda of a planned meeting.' })
  removeAgendaItem(
    @Ctx() context: RequestContext,
    @Arg('itemId', () => ID, { description: 'The id of the point.' }) itemId: string,
  ): Promise<OfficialMeetingEntity | Problem> {
    return asResult(() => removeItem(context, itemId));
  }

  @Allow(writeScope, platform)
  @Mutation(() => OfficialMeetingResult, {
    description: 'Says what was decided on a point of the agenda; it can be said anew until it is published.',
  })
  decideAgendaItem(
    @Ctx() context: RequestContext,
    @Arg('input', () => DecideAgendaItemInput, { description: 'The decision.' }) input: DecideAgendaItemInput,
  ): Promise<OfficialMeetingEntity | Problem> {
    return asResult(() => decideItem(context, input));
  }

  @Allow(writeScope, platform)
  @Mutation(() => OfficialMeetingResult, {
    description: 'Publishes the decisions of a meeting; each person of its cases gets theirs as an answer.',
  })
  publishOfficialMeeting(
    @Ctx() context: RequestContext,
    @Arg('input', () => PublishOfficialMeetingInput, { description: 'The meeting with its minutes.' })
    input: PublishOfficialMeetingInput,
  ): Promise<OfficialMeetingEntity | Problem> {
    return asResult(() => publishMeeting(context, input));
  }

  @Allow(writeScope, platform)
  @Mutation(() => OfficialMeetingResult, { description: 'Cancels a planned meeting.' })
  cancelOfficialMeeting(
    @Ctx() context: RequestContext,
    @Directive('@tag(name: "public")')
    @Arg('meetingId', () => ID, { description: 'The meeting’s id.' })
    meetingId: string,
  ): Promise<OfficialMeetingEntity | Problem> {
    return asResult(() => cancelMeeting(context, meetingId));
  }
}

@Resolver(() => AgendaItem)
export class AgendaItemResolver {
  @FieldResolver(() => CaseCluster, { nullable: true, description: 'The cluster; null for a single case.' })
  async cluster(
    @Root() { clusterId }: AgendaItemEntity,
    @Ctx() context: RequestContext,
  ): Promise<CaseClusterEntity | null> {
    return clusterId == null ? null : clusterById.load(context, clusterId);
  }
}
