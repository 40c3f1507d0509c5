import { affiliationsOf } from './affiliations.js';
import { alumniOf } from './alumni.js';
import { baseOf } from './base.js';
import { consentsOf } from './consents.js';
import { creativeOf } from './creative.js';
import { programmeOf } from './programme.js';
import { serviceOf } from './service.js';
import { slotOf } from './slot.js';
import { studyOf } from './study.js';
import type { DemoPerson } from './demo-person.js';

/** The person of that index: the same on every machine, whatever the scale. */
export function createPerson(index: number): DemoPerson {
  const slot = slotOf(index);
  const base = baseOf(index, slot);
  const study = studyOf(base, slot);
  const programme = programmeOf(base, slot);
  const alumni = alumniOf(base, slot, study);
  const creative = creativeOf(base, slot);
  const empty = study === null && programme === null && alumni === null && creative === null;
  const records = { study, programme, service: serviceOf(base, slot, empty), alumni, creative };
  return {
    index,
    id: base.id,
    ...base.spellings[base.script],
    script: base.script,
    spellings: base.spellings,
    sex: base.sex,
    birthDate: base.birthDate,
    nationalNumber: base.nationalNumber,
    email: base.email,
    phone: base.phone,
    city: base.home.name,
    region: base.home.region,
    homeCountry: base.homeCountry,
    registeredAt: new Date(base.registeredAt).toISOString(),
    ...records,
    consents: consentsOf(base, records),
    affiliations: affiliationsOf(base, records),
  };
}
