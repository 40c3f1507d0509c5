import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { arrayLiteral, runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { LockMode } from '@mikro-orm/core';
import { AssociationEntity } from '../association/association.entity.js';
import { explain } from '../messages.js';
import type { MentoringOfferInput } from './mentoring-offer.input.js';
import { MentorProfileEntity, type MentorReview } from './mentor-profile.entity.js';
import { refused } from './mentorship-refusal.service.js';

/** The viewer's own offer, whether it is paused, refused or withdrawn; null when there never was one. */
export function findOwnOffer(context: RequestContext): Promise<MentorProfileEntity | null> {
  return context.em.findOne(MentorProfileEntity, { volunteerId: context.requireVolunteer() });
}

/**
 * Makes the viewer a mentor, or changes what they offer. An offer that was withdrawn stands again; what the association said of it stays.
 *
 * @throws DomainError BAD_USER_INPUT (no association of the platform) or CONFLICT (more people are accompanied than that)
 */
export async function offerMentoring(
  context: RequestContext,
  input: MentoringOfferInput,
): Promise<MentorProfileEntity> {
  const volunteerId = context.requireVolunteer();
  const { organizationId, capacity, goals, fieldCodes, languages, formats, countryCode = null } = input;
  const offered = { capacity, goals, fieldCodes, languages, formats, countryCode };
  return refused(() =>
    context.em.transactional(async (em) => {
      const own = await em.findOne(MentorProfileEntity, { volunteerId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (own) {
        em.assign(own, { ...offered, withdrawnAt: null });
      } else {
        const association = organizationId == null ? null : await em.findOne(AssociationEntity, { organizationId });
        if (!association) throw new DomainError('BAD_USER_INPUT', explain('no-association'));
        await runStatement(
          em,
          `insert into mentor_profile
             (id, organization_id, volunteer_id, capacity, paused, goals, field_codes, languages, formats, country_code)
           values (?, ?, ?, ?, false, ?::text[], ?::text[], ?::text[], ?::text[], ?)`,
          [
            newId(),
            association.organizationId,
            volunteerId,
            capacity,
            ...[goals, fieldCodes, languages, formats].map(arrayLiteral),
            countryCode,
          ],
        );
      }
      await em.flush();
      return em.findOneOrFail(MentorProfileEntity, { volunteerId }, { refresh: true });
    }),
  );
}

/**
 * Pauses the viewer's offer, takes it up again, or withdraws it. Those who are accompanied stay.
 *
 * @throws DomainError NOT_FOUND when the viewer offers nothing
 */
export async function changeOffer(
  context: RequestContext,
  change: { readonly paused?: boolean; readonly isWithdrawn?: boolean },
): Promise<MentorProfileEntity> {
  const volunteerId = context.requireVolunteer();
  return context.em.transactional(async (em) => {
    const own = await em.findOne(
      MentorProfileEntity,
      { volunteerId, withdrawnAt: null },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!own) throw new DomainError('NOT_FOUND', explain('no-offer'));
    if (change.paused !== undefined) own.paused = change.paused;
    if (change.isWithdrawn === true) own.withdrawnAt = context.now();
    await em.flush();
    return own;
  });
}

/**
 * Approves or refuses a mentor of the viewer's own association; who is refused is on no card.
 *
 * @throws DomainError NOT_FOUND when the association has no such mentor
 */
export async function reviewMentor(
  context: RequestContext,
  { profileId, review }: { readonly profileId: string; readonly review: MentorReview },
): Promise<MentorProfileEntity> {
  const organizationId = context.requireOrganization();
  return context.em.transactional(async (em) => {
    const mentor = await em.findOne(
      MentorProfileEntity,
      { id: profileId, organizationId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!mentor) throw new DomainError('NOT_FOUND', explain('no-mentor'));
    mentor.review = review;
    await em.flush();
    return mentor;
  });
}
