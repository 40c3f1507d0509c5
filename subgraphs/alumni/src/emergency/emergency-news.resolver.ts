import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, anyone, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { AlertSubscriptionEntity } from './alert-subscription.entity.js';
import { AlertSubscriptionInput } from './alert-subscription.input.js';
import { listSubscriptions, mostSubscriptions, subscribe, unsubscribe } from './alert-subscription.service.js';
import type { CheckInEntity } from './check-in.entity.js';
import { CheckInByLinkInput, CheckInInput } from './check-in.input.js';
import { checkIn, checkInByLink, findByCode, findOwnCheckIn, findOwnEmergencies } from './check-in.service.js';
import {
  AlertSubscription,
  AlertSubscriptionResult,
  CheckInReceiptResult,
  OwnCheckIn,
  type CheckInReceipt,
} from './check-in.type.js';
import type { EmergencyAlertEntity } from './emergency-alert.entity.js';
import { listAlerts, mostAlerts } from './emergency-alert.service.js';
import type { EmergencyEntity } from './emergency.entity.js';
import { EmergencyAlert, EmergencyNews } from './emergency.type.js';

/** How many emergencies a person sees at once. */
const mostNews = 20;

@Resolver(() => EmergencyNews)
export class EmergencyNewsResolver {
  @Allow(anyone)
  @Query(() => EmergencyNews, {
    nullable: true,
    description:
      'An emergency by the code of its link; null if there is none, when it is over, and while the service is down.',
  })
  emergencyByCode(
    @Ctx() context: RequestContext,
    @Arg('code', () => String, { description: 'The code, 32 letters and digits.' }) code: string,
  ): Promise<EmergencyEntity | null> {
    return findByCode(context, code);
  }

  @Allow(anyone)
  @Mutation(() => CheckInReceiptResult, {
    description:
      'Says how somebody is, by the link of an emergency and without an account, for oneself or a friend. It can be sent again, and said anew.',
  })
  checkInByLink(
    @Ctx() context: RequestContext,
    @Arg('input', () => CheckInByLinkInput, { description: 'Who it is, and how they are.' }) input: CheckInByLinkInput,
  ): Promise<CheckInReceipt | Problem> {
    return asResult(() => checkInByLink(context, input));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => CheckInReceiptResult, {
    description: 'Says how the viewer is, with their account. It can be sent again, and said anew.',
  })
  checkIn(
    @Ctx() context: RequestContext,
    @Arg('input', () => CheckInInput, { description: 'How the viewer is.' }) input: CheckInInput,
  ): Promise<CheckInReceipt | Problem> {
    return asResult(() => checkIn(context, input));
  }

  @Allow(volunteer)
  @Query(() => [EmergencyNews], {
    nullable: true,
    description: `The emergencies that concern the viewer and are not over, newest first, at most ${mostNews}; null while the service is down.`,
  })
  myEmergencies(@Ctx() context: RequestContext): Promise<EmergencyEntity[]> {
    return findOwnEmergencies(context, mostNews);
  }

  @Allow(volunteer)
  @Query(() => [AlertSubscription], {
    nullable: true,
    description: `The places about which the viewer wants to be alerted, at most ${mostSubscriptions}; null while the service is down.`,
  })
  myAlertSubscriptions(@Ctx() context: RequestContext): Promise<AlertSubscriptionEntity[]> {
    return listSubscriptions(context);
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => AlertSubscriptionResult, {
    description: 'Asks for alerts about a country, a city or a university.',
  })
  subscribeToAlerts(
    @Ctx() context: RequestContext,
    @Arg('input', () => AlertSubscriptionInput, { description: 'The place.' }) input: AlertSubscriptionInput,
  ): Promise<AlertSubscriptionEntity | Problem> {
    return asResult(() => subscribe(context, input));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => AlertSubscriptionResult, { description: 'Ends a subscription of the viewer’s; it is deleted.' })
  unsubscribeFromAlerts(
    @Ctx() context: RequestContext,
    @Arg('subscriptionId', () => ID, { description: 'The subscription’s id.' }) id: string,
  ): Promise<AlertSubscriptionEntity | Problem> {
    return asResult(() => unsubscribe(context, id));
  }

  @FieldResolver(() => [EmergencyAlert], {
    description: `What people were told, newest first, at most ${mostAlerts}; nothing for who is not concerned.`,
  })
  alerts(@Root() { id }: EmergencyEntity, @Ctx() context: RequestContext): Promise<EmergencyAlertEntity[]> {
    return listAlerts(context, id);
  }

  @FieldResolver(() => OwnCheckIn, {
    nullable: true,
    description: 'What the viewer said with their account; null for nothing, and for who has none.',
  })
  async ownCheckIn(@Root() { id }: EmergencyEntity, @Ctx() context: RequestContext): Promise<CheckInEntity | null> {
    return context.viewer?.volunteerId ? findOwnCheckIn(context, id) : null;
  }
}
