import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AlumniEventAnswer, AlumniEventPlace } from '../../../generated/codes.js';

type Terms<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

/** Whether the person comes. */
export const answerTerms: Terms<AlumniEventAnswer> = {
  YES: msg`Gəlirəm`,
  MAYBE: msg`Bəlkə`,
  NO: msg`Gəlmirəm`,
};

/** Whether there is room for who comes. */
export const placeTerms: Terms<AlumniEventPlace> = {
  TAKEN: msg`yeriniz var`,
  WAITING: msg`növbədəsiniz`,
};
