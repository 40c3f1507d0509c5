import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AlumniStudyLevel } from '../../../generated/codes.js';

export const levelTerms: Readonly<Record<AlumniStudyLevel, MessageDescriptor>> = {
  BACHELOR: msg`bakalavr`,
  MASTER: msg`magistr`,
  DOCTORATE: msg`doktorantura`,
};
