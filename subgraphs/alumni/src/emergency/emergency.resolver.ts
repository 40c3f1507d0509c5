import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, organization, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { listPeople, type ListedVolunteer } from '@birlik/trust/listed';
import { releaseCount } from '@birlik/trust/statistic';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { EmergencyPersonConnection } from './check-in.type.js';
import type { EmergencyAlertEntity } from './emergency-alert.entity.js';
import { listAlerts, mostAlerts, sendAlert } from './emergency-alert.service.js';
import {
  countHeads,
  listConcerned,
  listTransports,
  mostTransportLists,
  type Headcount,
} from './emergency-desk.service.js';
import type { EmergencyEventEntity } from './emergency-event.entity.js';
import { emergencyAbroadStatuses, type EmergencyAbroadStatus, type EmergencyEntity } from './emergency.entity.js';
import { OpenEmergencyAbroadInput, SendEmergencyAlertInput } from './emergency.input.js';
import {
  closeEmergency,
  confirmEmergency,
  isOpenedBy,
  listEmergencies,
  listEvents,
  lookUpEmergency,
  openEmergency,
  statusOf,
} from './emergency.service.js';
import {
  EmergencyAbroad,
  EmergencyAbroadConnection,
  EmergencyAbroadResult,
  EmergencyAlert,
  EmergencyAlertResult,
  EmergencyEventConnection,
  EmergencyHeadcount,
  EmergencyPressFigure,
  TransportList,
} from './emergency.type.js';
import type { TransportListEntity } from './transport-list.entity.js';

const desk = organization('officer', 'coordinator', 'admin');
const theEmergency = { description: 'The emergency’s id.' };

@Resolver(() => EmergencyAbroad)
export class EmergencyResolver {
  @Allow(desk)
  @Query(() => EmergencyAbroadConnection, {
    nullable: true,
    description: 'The emergencies of the viewer’s own organisation, newest first; null while the service is down.',
  })
  emergenciesAbroad(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('isOpen', () => Boolean, { nullable: true, description: 'Only those that are not closed, or that are.' })
    isOpen: boolean | null,
  ): Promise<Connection<EmergencyEntity>> {
    return listEmergencies(context, args, isOpen ?? null);
  }

  @Allow(desk)
  @Query(() => EmergencyAbroad, {
    nullable: true,
    description: 'An emergency of the viewer’s own organisation; null if there is none, or the service is down.',
  })
  emergencyAbroad(
    @Ctx() context: RequestContext,
    @Directive('@tag(name: "public")')
    @Arg('id', () => ID, theEmergency)
    id: string,
  ): Promise<EmergencyEntity | null> {
    return lookUpEmergency(context, id);
  }

  @Allow(writeScope, desk)
  @Mutation(() => EmergencyAbroadResult, {
    description: 'Opens an emergency, or a drill, for the platform. Nobody is told before a second person confirms it.',
  })
  openEmergencyAbroad(
    @Ctx() context: RequestContext,
    @Arg('input', () => OpenEmergencyAbroadInput, { description: 'What has happened, and where.' })
    input: OpenEmergencyAbroadInput,
  ): Promise<EmergencyEntity | Problem> {
    return asResult(() => openEmergency(context, input));
  }

  @Allow(writeScope, desk)
  @Mutation(() => EmergencyAbroadResult, {
    description: 'Confirms an emergency that another person of the same organisation opened.',
  })
  confirmEmergencyAbroad(
    @Ctx() context: RequestContext,
    @Directive('@tag(name: "public")')
    @Arg('id', () => ID, theEmergency)
    id: string,
  ): Promise<EmergencyEntity | Problem> {
    return asResult(() => confirmEmergency(context, id));
  }

  @Allow(writeScope, desk)
  @Mutation(() => EmergencyAbroadResult, {
    description: 'Closes an emergency: where people were and how to reach them is erased, and the figures stay.',
  })
  closeEmergencyAbroad(
    @Ctx() context: RequestContext,
    @Directive('@tag(name: "public")')
    @Arg('id', () => ID, theEmergency)
    id: string,
  ): Promise<EmergencyEntity | Problem> {
    return asResult(() => closeEmergency(context, id));
  }

  @Allow(writeScope, desk)
  @Mutation(() => EmergencyAlertResult, {
    description: 'Alerts everybody whom a confirmed emergency concerns, or those in a part of its area, once each.',
  })
  sendEmergencyAlert(
    @Ctx() context: RequestContext,
    @Arg('input', () => SendEmergencyAlertInput, { description: 'What to say, and to whom.' })
    input: SendEmergencyAlertInput,
  ): Promise<EmergencyAlertEntity | Problem> {
    return asResult(() => sendAlert(context, input));
  }

  @Allow(desk)
  @Query(() => EmergencyPersonConnection, {
    nullable: true,
    description:
      'Those whom a confirmed emergency concerns; each read is in their log. Null while the service is down.',
  })
  async emergencyPeople(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Directive('@tag(name: "public")')
    @Arg('emergencyId', () => ID, theEmergency)
    emergencyId: string,
    @Arg('isSilent', () => Boolean, { defaultValue: false, description: 'Only those who said nothing so far.' })
    isSilent: boolean,
  ): Promise<Connection<ListedVolunteer>> {
    const page = await listConcerned(context, { emergencyId, args, isSilent });
    return listPeople(context, page, { list: 'emergencyPeople', personOf: (row) => row.volunteerId });
  }

  @FieldResolver(() => emergencyAbroadStatuses, { description: 'What has become of it.' })
  status(@Root() emergency: EmergencyEntity): EmergencyAbroadStatus {
    return statusOf(emergency);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer is the second person whom it waits for.' })
  mayConfirm(@Root() emergency: EmergencyEntity, @Ctx() context: RequestContext): boolean {
    const waits = statusOf(emergency) === emergencyAbroadStatuses.OPENED && emergency.endsAt > context.now();
    return waits && !isOpenedBy(context, emergency);
  }

  @FieldResolver(() => [EmergencyAlert], { description: `The newest alerts, newest first, at most ${mostAlerts}.` })
  alerts(@Root() { id }: EmergencyEntity, @Ctx() context: RequestContext): Promise<EmergencyAlertEntity[]> {
    return listAlerts(context, id);
  }

  @FieldResolver(() => EmergencyHeadcount, { description: 'How many there are now, or were when it was closed.' })
  headcount(@Root() emergency: EmergencyEntity, @Ctx() context: RequestContext): Promise<Headcount> {
    return countHeads(context, emergency);
  }

  @FieldResolver(() => EmergencyPressFigure, { description: 'What the press may be told.' })
  async pressFigure(@Root() emergency: EmergencyEntity, @Ctx() context: RequestContext): Promise<EmergencyPressFigure> {
    const { known, safe } = await countHeads(context, emergency);
    const { releaseThreshold } = context.member;
    return { known: releaseCount(known, releaseThreshold), safe: releaseCount(safe, releaseThreshold) };
  }

  @FieldResolver(() => [TransportList], {
    description: `Its lists for buses and planes, at most ${mostTransportLists}.`,
  })
  transportLists(@Root() { id }: EmergencyEntity, @Ctx() context: RequestContext): Promise<TransportListEntity[]> {
    return listTransports(context, id);
  }

  @FieldResolver(() => EmergencyEventConnection, { description: 'What was done at its desk, newest first.' })
  events(
    @Root() { id }: EmergencyEntity,
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<EmergencyEventEntity>> {
    return listEvents(context, id, args);
  }
}
