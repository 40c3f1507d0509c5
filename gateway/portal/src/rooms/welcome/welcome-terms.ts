import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  ApplicantRegion,
  ConferenceRole,
  ConferenceSessionKind,
  ConventionReporter,
  CreativeApplicationStatus,
  InstitutionSector,
  JointProjectStatus,
  MeetingItemKind,
  OpportunityApplicationStatus,
  ServiceCenterStatus,
  TrainingMoment,
} from '../../generated/codes.js';

type Terms<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

/** Where an application to an opportunity stands, said to the person. */
export const applicationStatusTerms: Terms<OpportunityApplicationStatus> = {
  SUBMITTED: msg`Müraciətiniz göndərilib, cavab gözləyir.`,
  AWAITING_GUARDIAN: msg`Müraciətiniz valideyn və ya qəyyumunuzun razılığını gözləyir.`,
  ACCEPTED: msg`Qəbul olunmusunuz.`,
  DECLINED: msg`Müraciətiniz qəbul olunmayıb.`,
  WITHDRAWN: msg`Müraciətinizi geri götürmüsünüz.`,
};

/** What happens in a part of a meeting. */
export const meetingItemTerms: Terms<MeetingItemKind> = {
  TALK: msg`çıxış`,
  VIDEO: msg`film`,
  QUESTIONS: msg`sual və cavab`,
};

/** Whose an institution is. */
export const sectorTerms: Terms<InstitutionSector> = {
  PUBLIC: msg`dövlət`,
  PRIVATE: msg`özəl`,
};

/** When in its stage a training is held. */
export const trainingMomentTerms: Terms<TrainingMoment> = {
  BEGINNING: msg`başlanğıcda`,
  DURING: msg`iş zamanı`,
  END: msg`sonda`,
};

/** Whether a service center serves. */
export const centerStatusTerms: Terms<ServiceCenterStatus> = {
  OPEN: msg`Açıqdır`,
  OPENING_SOON: msg`Tezliklə açılır`,
};

/** Where a joint project stands. */
export const projectStatusTerms: Terms<JointProjectStatus> = {
  PLANNED: msg`Hazırlanır`,
  RUNNING: msg`Davam edir`,
  COMPLETED: msg`Başa çatıb`,
};

/** From which part of the country somebody comes. */
export const regionTerms: Terms<ApplicantRegion> = {
  CAPITAL: msg`paytaxt`,
  REGION: msg`bölgə`,
};

/** Where an application to a campaign stands, said to the person. */
export const creativeStatusTerms: Terms<CreativeApplicationStatus> = {
  REGISTERED: msg`Müraciətiniz qeydə alınıb.`,
  AWAITING_GUARDIAN: msg`Müraciətiniz valideyn və ya qəyyumunuzun razılığını gözləyir.`,
  ELIGIBLE: msg`Müraciətiniz şərtlərə uyğundur, komissiya qiymətləndirəcək.`,
  ELECTED: msg`Seçilmisiniz.`,
  DECLINED: msg`Müraciətiniz şərtlərə uyğun gəlməyib.`,
  WITHDRAWN: msg`Müraciət geri götürülüb.`,
};

/** Who reports under a convention. */
export const reporterTerms: Terms<ConventionReporter> = {
  PARTY: msg`dövlət`,
  CIVIL_SOCIETY: msg`vətəndaş cəmiyyəti`,
};

/** What an organisation does for a conference. */
export const conferenceRoleTerms: Terms<ConferenceRole> = {
  ORGANIZER: msg`təşkilatçı`,
  PARTNER: msg`tərəfdaş`,
  SUPPORTER: msg`dəstəkçi`,
};

/** What a part of a conference is for. */
export const sessionKindTerms: Terms<ConferenceSessionKind> = {
  PLENARY: msg`plenar iclas`,
  DISCUSSION: msg`müzakirə`,
  EXPERIENCE: msg`təcrübə mübadiləsi`,
};

/** Where an application to a campaign stands, said to an officer. */
export const applicantStatusTerms: Terms<CreativeApplicationStatus> = {
  REGISTERED: msg`gəlib`,
  AWAITING_GUARDIAN: msg`valideyni gözləyir`,
  ELIGIBLE: msg`şərtlərə uyğundur`,
  ELECTED: msg`seçilib`,
  DECLINED: msg`uyğun deyil`,
  WITHDRAWN: msg`geri götürülüb`,
};
