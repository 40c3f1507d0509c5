/**
 * Why data is withheld. None of them tells whether the person is registered: all but the last are about the viewer and the
 * purpose, and the last is the same for a person whom nobody knows.
 */
export const refusals = {
  NOT_SIGNED_IN: 'NOT_SIGNED_IN',
  NO_ORGANIZATION: 'NO_ORGANIZATION',
  NOT_ACCREDITED: 'NOT_ACCREDITED',
  PURPOSE_MISSING: 'PURPOSE_MISSING',
  PURPOSE_UNKNOWN: 'PURPOSE_UNKNOWN',
  ORGANIZATION_NOT_ACCREDITED_FOR_PURPOSE: 'ORGANIZATION_NOT_ACCREDITED_FOR_PURPOSE',
  ROLE_NOT_ALLOWED: 'ROLE_NOT_ALLOWED',
  SAFEGUARDING_CASE_MISSING: 'SAFEGUARDING_CASE_MISSING',
  PURPOSE_NOT_OPEN: 'PURPOSE_NOT_OPEN',
  NO_CONSENT: 'NO_CONSENT',
} as const;

export type Refusal = keyof typeof refusals;
