import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { LineFault, RecordField } from './record-lines.rule.js';

/** What a column of a file is called. */
export const columnTerms: Readonly<Record<RecordField, MessageDescriptor>> = {
  localKey: msg`Nömrə`,
  givenName: msg`Ad`,
  familyName: msg`Soyad`,
  patronymic: msg`Ata adı`,
  birthDate: msg`Doğum günü`,
  email: msg`E-poçt`,
  phone: msg`Telefon`,
  nationalNumber: msg`FİN`,
};

/** What is wrong with a line, before it is sent. */
export const faultTerms: Readonly<Record<LineFault, MessageDescriptor>> = {
  KEY_MISSING: msg`Nömrə yoxdur`,
  KEY_TWICE: msg`Bu nömrə faylda artıq var`,
  NAME_MISSING: msg`Ad və ya soyad yoxdur`,
  DAY_UNKNOWN: msg`Doğum günü oxunmur`,
};
