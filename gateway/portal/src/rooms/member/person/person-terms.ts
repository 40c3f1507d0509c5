import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  AccessNeed,
  AlumniStudyLevel,
  CreativeApplicationStatus,
  EnrolmentStatus,
  GrantCategory,
  Master2Area,
  StageStatus,
  StudyLevel,
} from '../../../generated/codes.js';

type Terms<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

/** The member that holds a category, by the name of its part of the graph. */
export const ownersOfCategories: Readonly<Record<GrantCategory, string>> = {
  CONTACT: 'registry',
  STUDY: 'university',
  PROGRAMME: 'asan-school',
  SERVICE: 'union',
  ALUMNI: 'alumni',
  CREATIVE: 'creative',
  ACCESS_NEEDS: 'registry',
};

export const studyLevelTerms: Terms<StudyLevel | AlumniStudyLevel> = {
  BACHELOR: msg`bakalavr`,
  MASTER: msg`magistr`,
  DOCTORATE: msg`doktorantura`,
};

export const enrolmentTerms: Terms<EnrolmentStatus> = {
  STUDYING: msg`təhsil alır`,
  GRADUATED: msg`bitirib`,
  LEFT: msg`ayrılıb`,
};

export const stageTerms: Terms<StageStatus> = {
  ACTIVE: msg`davam edir`,
  COMPLETED: msg`tamamlayıb`,
  WITHDRAWN: msg`ayrılıb`,
};

export const areaTerms: Terms<Master2Area> = {
  ADMINISTRATIVE: msg`inzibati sahə`,
  BUSINESS: msg`biznes sahəsi`,
  SOCIAL: msg`sosial sahə`,
};

export const creativeTerms: Terms<CreativeApplicationStatus> = {
  REGISTERED: msg`müraciət edib`,
  AWAITING_GUARDIAN: msg`valideyn razılığını gözləyir`,
  WITHDRAWN: msg`geri götürüb`,
  ELIGIBLE: msg`şərtlərə uyğundur`,
  ELECTED: msg`seçilib`,
  DECLINED: msg`seçilməyib`,
};

export const needTerms: Terms<AccessNeed> = {
  CAPTIONS: msg`altyazı`,
  COMPANION: msg`müşayiətçi`,
  DIET: msg`xüsusi qidalanma`,
  LARGE_PRINT: msg`iri şrift`,
  MEDICINE: msg`dərman üçün şərait`,
  QUIET_PLACE: msg`sakit yer`,
  REST: msg`fasilə`,
  SCREEN_READER: msg`ekran oxuyucusu`,
  SEAT: msg`oturacaq`,
  SERVICE_ANIMAL: msg`köməkçi heyvan`,
  SIGN_LANGUAGE: msg`jest dili`,
  STEP_FREE: msg`pilləsiz yol`,
  WHEELCHAIR: msg`əlil arabası üçün yer`,
};

/** Languages that many people speak, by codes of ISO 639; another one is shown by its code. */
export const languageTerms: Readonly<Record<string, MessageDescriptor>> = {
  az: msg`Azərbaycan dili`,
  en: msg`ingilis dili`,
  ru: msg`rus dili`,
  tr: msg`türk dili`,
  de: msg`alman dili`,
  fr: msg`fransız dili`,
  es: msg`ispan dili`,
  it: msg`italyan dili`,
  ar: msg`ərəb dili`,
  fa: msg`fars dili`,
  ka: msg`gürcü dili`,
  uk: msg`ukrayna dili`,
  kk: msg`qazax dili`,
  uz: msg`özbək dili`,
  zh: msg`çin dili`,
  ko: msg`koreya dili`,
};
