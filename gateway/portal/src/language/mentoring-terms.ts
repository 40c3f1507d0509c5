import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What mentors help with, by the keys that they are kept by. */
export const goalTerms: Readonly<Record<string, MessageDescriptor>> = {
  career: msg`karyera`,
  'returning-home': msg`ölkəyə qayıtmaq`,
  research: msg`elmi iş`,
  entrepreneurship: msg`öz işini qurmaq`,
};

/** The broad fields of education of ISCED-F 2013 by their codes. */
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
