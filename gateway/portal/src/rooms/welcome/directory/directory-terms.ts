import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AlumniStudyLevel } from '../../../generated/codes.js';

/** Broad fields of education by their ISCED-F 2013 codes. */
export const fieldTerms: Readonly<Record<string, MessageDescriptor>> = {
  '01': msg`təhsil`,
  '02': msg`incəsənət və humanitar elmlər`,
  '03': msg`sosial elmlər, jurnalistika`,
  '04': msg`biznes, idarəetmə, hüquq`,
  '05': msg`təbiət elmləri, riyaziyyat`,
  '06': msg`informasiya texnologiyaları`,
  '07': msg`mühəndislik, tikinti`,
  '08': msg`kənd təsərrüfatı, baytarlıq`,
  '09': msg`səhiyyə, sosial müdafiə`,
  '10': msg`xidmətlər`,
};

export const levelTerms: Readonly<Record<AlumniStudyLevel, MessageDescriptor>> = {
  BACHELOR: msg`bakalavr`,
  MASTER: msg`magistr`,
  DOCTORATE: msg`doktorantura`,
};
