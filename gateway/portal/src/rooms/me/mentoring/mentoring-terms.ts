import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  MentoringFormat,
  MentorReview,
  MentorshipDeclineReason,
  MentorshipEnding,
  MentorshipGoalsReached,
  MentorshipGoalStatus,
  MentorshipMeetingStatus,
} from '../../../generated/codes.js';

type Terms<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

/** For how long somebody accompanies somebody. */
export const formatTerms: Terms<MentoringFormat> = {
  ONE_CALL: msg`bir söhbət`,
  THREE_MONTHS: msg`üç ay`,
  TWELVE_MONTHS: msg`bir il`,
};

/** How a mentorship came to its end. */
export const endingTerms: Terms<MentorshipEnding> = {
  DECLINED: msg`mentor razılaşmayıb`,
  WITHDRAWN: msg`geri götürülüb`,
  EXPIRED: msg`vaxtında cavab verilməyib`,
  SUPERSEDED: msg`başqa mentor razılaşıb`,
  ENDED: msg`bitib`,
  LEFT: msg`tərəflərdən biri Birlikdən çıxıb`,
};

/** Why a mentor said no. */
export const declineTerms: Terms<MentorshipDeclineReason> = {
  NO_TIME: msg`indi vaxtı yoxdur`,
  OTHER_FIELD: msg`bu mövzuda kömək edə bilmir`,
  OTHER: msg`başqa səbəb`,
};

/** What the association says of an offer. */
export const reviewTerms: Terms<MentorReview> = {
  AWAITED: msg`birlik hələ baxmayıb`,
  APPROVED: msg`birlik təsdiqləyib`,
  REFUSED: msg`birlik razılaşmayıb, kartınız göstərilmir`,
};

/** Where a meeting of the two stands. */
export const meetingTerms: Terms<MentorshipMeetingStatus> = {
  PROPOSED: msg`təklif olunub`,
  CONFIRMED: msg`hər ikiniz razısınız`,
  DECLINED: msg`vaxt uyğun gəlmədi`,
  CANCELLED: msg`ləğv olunub`,
  HAPPENED: msg`görüş olub`,
  MISSED: msg`görüş olmayıb`,
};

/** Where a goal of the two stands. */
export const goalStatusTerms: Terms<MentorshipGoalStatus> = {
  OPEN: msg`davam edir`,
  DONE: msg`çatılıb`,
  DROPPED: msg`vaz keçilib`,
};

/** Whether what the two wanted was reached. */
export const goalsReachedTerms: Terms<MentorshipGoalsReached> = {
  YES: msg`bəli`,
  PARTLY: msg`qismən`,
  NO: msg`xeyr`,
};

/** The words of a table as it has them, codes of digits by their numbers: an object puts such a code as `10` first. */
export function inOrder(terms: Readonly<Record<string, MessageDescriptor>>): [string, MessageDescriptor][] {
  return Object.entries(terms).toSorted(([one], [other]) => Number(one) - Number(other) || 0);
}
