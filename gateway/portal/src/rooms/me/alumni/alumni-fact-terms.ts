import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AlumniFact, DirectoryVisibility } from '../../../generated/codes.js';

type Terms<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

/** What somebody tells of themself. */
export const factTerms: Terms<AlumniFact> = {
  NAME: msg`Kataloqdakı ad`,
  UNIVERSITY: msg`Universitet`,
  COUNTRY: msg`Ölkə`,
  CITY: msg`Şəhər`,
  DEGREE: msg`Səviyyə`,
  FIELD: msg`Sahə`,
  YEARS: msg`İllər`,
  OCCUPATION: msg`Peşə`,
  EMPLOYER: msg`İş yeri`,
  LANGUAGES: msg`Dillər`,
  CONTACT: msg`Əlaqə`,
};

/** Who may see it. */
export const visibilityTerms: Terms<DirectoryVisibility> = {
  EVERYONE: msg`hamı görür`,
  MEMBERS: msg`birliklərin üzvləri görür`,
  OFFICERS: msg`birliyimin məsulları görür`,
  HIDDEN: msg`heç kim görmür`,
};
