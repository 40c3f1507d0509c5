import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { arrayLiteral, runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { LockMode } from '@mikro-orm/core';
import { AlumnusEntity } from '../alumnus/alumnus.entity.js';
import { explain } from '../messages.js';
import { MentorProfileEntity } from '../mentoring/mentor-profile.entity.js';
import { MatchingEntryEntity, matchingRoles } from './matching-entry.entity.js';
import type { EnterMatchingRoundInput } from './matching-entry.input.js';
import { inRound } from './matching-refusal.service.js';
import { MatchingRoundEntity } from './matching-round.entity.js';

type Wishes = Omit<EnterMatchingRoundInput, 'roundId'>;

interface Entrance {
  readonly associationId: string | null;
  readonly countryCode: string | null;
  readonly capacity: number;
}

/** With what a person enters beside their wishes: a mentor by the offer that stands, a mentee by what an association knows of them. */
async function entranceOf(
  em: RequestContext['em'],
  { volunteerId, wishes }: { readonly volunteerId: string; readonly wishes: Wishes },
): Promise<Entrance> {
  if (wishes.role === matchingRoles.MENTOR) {
    const offer = await em.findOne(MentorProfileEntity, { volunteerId, withdrawnAt: null });
    if (!offer) throw new DomainError('NOT_FOUND', explain('no-offer'));
    return {
      associationId: offer.organizationId,
      countryCode: wishes.countryCode ?? offer.countryCode ?? null,
      capacity: wishes.capacity ?? offer.capacity,
    };
  }
  if (wishes.capacity != null) throw new DomainError('BAD_USER_INPUT', explain('capacity-of-mentors'));
  const [alumnus] = await em.find(AlumnusEntity, { volunteerId }, { orderBy: [{ id: 'asc' }], limit: 1 });
  return {
    associationId: alumnus?.organizationId ?? null,
    countryCode: wishes.countryCode ?? alumnus?.countryCode ?? null,
    capacity: 1,
  };
}

/**
 * Enters the viewer into a round, or changes with what they are in it. Who left it comes back.
 *
 * @throws DomainError NOT_FOUND (no round, or a mentor without an offer), BAD_USER_INPUT or CONFLICT (not open, or the association takes no part)
 */
export function enterMatchingRound(
  context: RequestContext,
  { roundId, ...wishes }: EnterMatchingRoundInput,
): Promise<MatchingEntryEntity> {
  const volunteerId = context.requireVolunteer();
  const { role, goals, fieldCodes, languages, formats } = wishes;
  return inRound(() =>
    context.em.transactional(async (em) => {
      const round = await em.findOne(MatchingRoundEntity, { id: roundId });
      if (!round) throw new DomainError('NOT_FOUND', explain('no-round'));
      const entered = await entranceOf(em, { volunteerId, wishes });
      const own = { roundId, volunteerId, role };
      await runStatement(
        em,
        `insert into matching_entry (id, organization_id, round_id, volunteer_id, role, association_id,
                                     goals, field_codes, languages, formats, country_code, capacity)
         values (?, ?, ?, ?, ?, ?, ?::text[], ?::text[], ?::text[], ?::text[], ?, ?)
         on conflict (round_id, volunteer_id, role) do update set
           association_id = excluded.association_id, goals = excluded.goals, field_codes = excluded.field_codes,
           languages = excluded.languages, formats = excluded.formats, country_code = excluded.country_code,
           capacity = excluded.capacity, left_at = null`,
        [
          newId(),
          round.organizationId,
          roundId,
          volunteerId,
          role,
          entered.associationId,
          ...[goals, fieldCodes, languages, formats].map(arrayLiteral),
          entered.countryCode,
          entered.capacity,
        ],
      );
      return em.findOneOrFail(MatchingEntryEntity, own, { refresh: true });
    }),
  );
}

/** Takes an entry of the viewer's own back. @throws DomainError NOT_FOUND or CONFLICT (the round has been published) */
export function leaveMatchingRound(context: RequestContext, id: string): Promise<MatchingEntryEntity> {
  const volunteerId = context.requireVolunteer();
  return inRound(() =>
    context.em.transactional(async (em) => {
      const where = { id, volunteerId };
      const entry = await em.findOne(MatchingEntryEntity, where, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!entry) throw new DomainError('NOT_FOUND', explain('no-entry'));
      entry.leftAt ??= context.now();
      await em.flush();
      return entry;
    }),
  );
}
