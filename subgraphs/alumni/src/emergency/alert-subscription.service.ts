import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { conflictOnDuplicate } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { explain } from '../messages.js';
import { AlertSubscriptionEntity } from './alert-subscription.entity.js';

/** How many places somebody may follow. */
export const mostSubscriptions = 20;

interface Place {
  readonly countryCode?: string | null;
  readonly city?: string | null;
  readonly university?: string | null;
}

/** The viewer's own, the first first. */
export function listSubscriptions(context: RequestContext): Promise<AlertSubscriptionEntity[]> {
  return context.em.find(
    AlertSubscriptionEntity,
    { volunteerId: context.requireVolunteer() },
    { orderBy: { id: 'asc' }, limit: mostSubscriptions },
  );
}

/**
 * Asks for alerts about a place.
 *
 * @throws DomainError BAD_USER_INPUT (not one place), CONFLICT (asked for already) or LIMIT_REACHED
 */
export async function subscribe(context: RequestContext, place: Place): Promise<AlertSubscriptionEntity> {
  const volunteerId = context.requireVolunteer();
  const { countryCode = null, city = null, university = null } = place;
  if ([countryCode, city, university].filter((one) => one !== null).length !== 1) {
    throw new DomainError('BAD_USER_INPUT', explain('subscription-one-place'));
  }
  return conflictOnDuplicate(explain('subscribed-already'), () =>
    context.em.transactional(async (em) => {
      if ((await em.count(AlertSubscriptionEntity, { volunteerId })) >= mostSubscriptions) {
        throw new DomainError('LIMIT_REACHED', explain('subscribed-enough', { most: mostSubscriptions }));
      }
      const confirmedOn = context.today();
      return em.create(AlertSubscriptionEntity, {
        id: newId(),
        volunteerId,
        countryCode,
        city,
        university,
        confirmedOn,
      });
    }),
  );
}

/** Ends a subscription of the viewer's. @throws DomainError NOT_FOUND */
export async function unsubscribe(context: RequestContext, id: string): Promise<AlertSubscriptionEntity> {
  const volunteerId = context.requireVolunteer();
  return context.em.transactional(async (em) => {
    const found = await em.findOne(AlertSubscriptionEntity, { id, volunteerId });
    if (!found) throw new DomainError('NOT_FOUND', explain('no-subscription'));
    await em.nativeDelete(AlertSubscriptionEntity, { id });
    return found;
  });
}
