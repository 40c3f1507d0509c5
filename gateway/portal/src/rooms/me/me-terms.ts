import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Tone } from '../../design/states/notice.js';
import type {
  AccessNeed,
  AffiliationRole,
  AffiliationStatus,
  AlumniStudyLevel,
  ApplicantRegion,
  CreativeApplicationStatus,
  EnrolmentStatus,
  Master2Area,
  MembershipEventKind,
  MentorshipStatus,
  MessageChannel,
  MessageKind,
  OpportunityApplicationStatus,
  ProgrammeStage,
  ServiceEntryStatus,
  StageStatus,
  StudyLevel,
} from '../../generated/codes.js';

type Terms<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

type Tones<Code extends string> = Readonly<Record<Code, Tone>>;

/** What somebody may need to take part. */
export const accessNeedTerms: Terms<AccessNeed> = {
  WHEELCHAIR: msg`Əlil arabası üçün yer`,
  STEP_FREE: msg`Pilləsiz yol`,
  SEAT: msg`Oturmağa yer`,
  REST: msg`İstirahət üçün fasilələr`,
  QUIET_PLACE: msg`Sakit yer`,
  SIGN_LANGUAGE: msg`İşarə dili tərcüməçisi`,
  CAPTIONS: msg`Deyilənlərin yazılı mətni`,
  SCREEN_READER: msg`Ekran oxuyucusu üçün sənədlər`,
  LARGE_PRINT: msg`İri şrift`,
  COMPANION: msg`Yanımda bir nəfər`,
  SERVICE_ANIMAL: msg`Xidməti heyvan`,
  MEDICINE: msg`Dərman üçün vaxt və yer`,
  DIET: msg`Xüsusi qida`,
};

/** As what a person belongs to an organisation. */
export const roleTerms: Terms<AffiliationRole> = {
  ALUMNUS: msg`məzun`,
  APPLICANT: msg`müraciət edən`,
  MEMBER: msg`üzv`,
  STUDENT: msg`tələbə`,
  VOLUNTEER: msg`könüllü`,
};

/** Whether a membership lasts. */
export const membershipTerms: Terms<AffiliationStatus> = {
  ACTIVE: msg`davam edir`,
  ENDED: msg`bitib`,
  SUSPENDED: msg`dayandırılıb`,
};

/** How a membership looks. */
export const membershipTones: Tones<AffiliationStatus> = { ACTIVE: 'success', ENDED: 'neutral', SUSPENDED: 'warning' };

/** What happened to a membership. */
export const membershipEventTerms: Terms<MembershipEventKind> = {
  BEGUN: msg`Üzvlük başladı`,
  CHANGED: msg`Rol dəyişdi`,
  ENDED: msg`Üzvlük bitdi`,
  RESUMED: msg`Üzvlük bərpa olundu`,
  SUSPENDED: msg`Üzvlük dayandırıldı`,
};

/** Where an application to an opportunity stands. */
export const applicationTerms: Terms<OpportunityApplicationStatus> = {
  ACCEPTED: msg`qəbul olundu`,
  DECLINED: msg`qəbul olunmadı`,
  AWAITING_GUARDIAN: msg`valideyn və ya qəyyumun cavabını gözləyir`,
  SUBMITTED: msg`cavab gözləyir`,
  WITHDRAWN: msg`geri götürülüb`,
};

/** How an application looks. */
export const applicationTones: Tones<OpportunityApplicationStatus> = {
  ACCEPTED: 'success',
  DECLINED: 'danger',
  AWAITING_GUARDIAN: 'warning',
  SUBMITTED: 'info',
  WITHDRAWN: 'neutral',
};

/** Where an application to a campaign stands. */
export const campaignApplicationTerms: Terms<CreativeApplicationStatus> = {
  AWAITING_GUARDIAN: msg`valideyn və ya qəyyumun cavabını gözləyir`,
  DECLINED: msg`şərtlərə uyğun gəlmədi`,
  ELECTED: msg`seçildi`,
  ELIGIBLE: msg`komissiya qiymətləndirir`,
  REGISTERED: msg`qeydə alındı`,
  WITHDRAWN: msg`geri götürülüb`,
};

/** How an application to a campaign looks. */
export const campaignApplicationTones: Tones<CreativeApplicationStatus> = {
  AWAITING_GUARDIAN: 'warning',
  DECLINED: 'danger',
  ELECTED: 'success',
  ELIGIBLE: 'info',
  REGISTERED: 'info',
  WITHDRAWN: 'neutral',
};

/** From which part of the country somebody applied. */
export const regionTerms: Terms<ApplicantRegion> = { CAPITAL: msg`paytaxt`, REGION: msg`region` };

/** Where a study stands. */
export const enrolmentTerms: Terms<EnrolmentStatus> = {
  GRADUATED: msg`bitirib`,
  LEFT: msg`yarımçıq qalıb`,
  STUDYING: msg`oxuyur`,
};

/** The level of a study, here or abroad. */
export const levelTerms: Terms<StudyLevel | AlumniStudyLevel> = {
  BACHELOR: msg`bakalavr`,
  MASTER: msg`magistr`,
  DOCTORATE: msg`doktorantura`,
};

/** Where somebody stands in a stage of the programme. */
export const stageStatusTerms: Terms<StageStatus> = {
  ACTIVE: msg`davam edir`,
  COMPLETED: msg`tamamlanıb`,
  WITHDRAWN: msg`yarımçıq qalıb`,
};

/** The stages of the volunteer programme. */
export const stageTerms: Terms<ProgrammeStage> = { MASTER_1: msg`Master 1`, MASTER_2: msg`Master 2` };

/** The areas of the second stage. */
export const areaTerms: Terms<Master2Area> = {
  ADMINISTRATIVE: msg`inzibati idarəetmə`,
  BUSINESS: msg`biznes idarəetməsi`,
  SOCIAL: msg`sosial idarəetmə`,
};

/** Where a mentorship stands. */
export const mentorshipTerms: Terms<MentorshipStatus> = {
  ACTIVE: msg`davam edir`,
  ENDED: msg`bitib`,
  PROPOSED: msg`mentorun cavabı gözlənilir`,
};

/** How far an entry of the volunteer book can be trusted. */
export const serviceEntryTerms: Terms<ServiceEntryStatus> = { RECORDED: msg`yazılıb`, VERIFIED: msg`təsdiqlənib` };

/** Where people are told beside the inbox. */
export const channelTerms: Terms<MessageChannel> = { EMAIL: msg`E-poçt`, SMS: msg`SMS`, PUSH: msg`Telefon bildirişi` };

/** What a message is about. */
export const messageKindTerms: Terms<MessageKind> = {
  CONSENT_ASKED: msg`Təşkilat icazə istəyir`,
  GUARDIAN_ASKED: msg`Qəyyumu olduğunuz şəxs cavabınızı gözləyir`,
  INQUIRY_ANSWERED: msg`Sualınıza cavab`,
  APPLICATION_ANSWERED: msg`Müraciətinizə cavab`,
  APPLICATION_GUARDIAN_ASKED: msg`Müraciətiniz qəyyumun cavabını gözləyir`,
  APPLICATION_GUARDIAN_ANSWERED: msg`Müraciətinizə qəyyumun cavabı`,
  CAMPAIGN_GUARDIAN_ASKED: msg`Kampaniya müraciətiniz qəyyumun cavabını gözləyir`,
  CAMPAIGN_GUARDIAN_ANSWERED: msg`Kampaniya müraciətinizə qəyyumun cavabı`,
  MENTORSHIP_ASKED: msg`Sizdən mentorluq istənilir`,
  MENTORSHIP_ANSWERED: msg`Mentorluq xahişinizə cavab`,
  MENTORSHIP_EXPIRING: msg`Mentorluqda müddət bitir`,
  MENTORSHIP_ENDED: msg`Mentorluğun sonu`,
  MENTORSHIP_CHANGED: msg`Mentorluqda yenilik`,
  CASE_CHANGED: msg`Müraciətinizdə yenilik`,
  EMERGENCY_ALERT: msg`Fövqəladə hal barədə xəbərdarlıq`,
  ALUMNI_FACTS_UNCONFIRMED: msg`Məlumatların təsdiqi`,
  ALUMNI_EVENT_CHANGED: msg`Tədbirdə dəyişiklik`,
  OPPORTUNITY_REMINDER: msg`Sabahkı iş barədə xatırlatma`,
  RECORD_CLAIMED: msg`Sizin sayılan qeyd`,
  ORGANIZATION_WROTE: msg`Təşkilatın məktubu`,
  RECORD_OFFERED: msg`Sizin ola biləcək qeyd`,
  ERASURE_DELAYED: msg`Məlumatlarınızın silinməsi`,
  RECOVERY_ASKED: msg`Hesabınızın bərpası istənilir`,
  ACCOUNT_AWAITS_GUARDIAN: msg`Hesabınız qəyyumun razılığını gözləyir`,
  ACCOUNT_CONFIRMED: msg`Qəyyumunuz hesabınıza razılıq verdi`,
  ACCOUNT_RECOVERED: msg`Hesabınız bərpa olundu`,
};
