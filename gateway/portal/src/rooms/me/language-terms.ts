import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** The languages that people are offered to say they speak, by their codes of ISO 639, the commonest here first. */
export const spokenLanguageTerms: Readonly<Record<string, MessageDescriptor>> = {
  az: msg`Azərbaycan dili`,
  ru: msg`Rus dili`,
  en: msg`İngilis dili`,
  tr: msg`Türk dili`,
  de: msg`Alman dili`,
  fr: msg`Fransız dili`,
  es: msg`İspan dili`,
  it: msg`İtalyan dili`,
  pl: msg`Polyak dili`,
  lt: msg`Litva dili`,
  hu: msg`Macar dili`,
  uk: msg`Ukrayna dili`,
  ka: msg`Gürcü dili`,
  fa: msg`Fars dili`,
  ar: msg`Ərəb dili`,
  kk: msg`Qazax dili`,
  uz: msg`Özbək dili`,
  ky: msg`Qırğız dili`,
  zh: msg`Çin dili`,
  ja: msg`Yapon dili`,
  ko: msg`Koreya dili`,
};
