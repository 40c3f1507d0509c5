import { organizationNamed, organizations } from '../organizations.js';
import { random } from '../random.js';
import type { PersonBase } from './base.js';
import { fixedPersonCount, type Slot } from './slot.js';
import type { ServiceRecord } from './demo-person.js';

const memberIds = organizations.filter((one) => one.key.startsWith('union-member-')).map((one) => one.id);
const kazakhNetworkId = organizationNamed('network-example').id;

/** The persona volunteer's service has fixed members, so that a demonstration can name them. */
const personaService: ServiceRecord = {
  organizationIds: [organizationNamed('union-member-1').id, organizationNamed('union-member-5').id],
  hours: 124,
};

/** `required` makes sure that nobody is left without any record. */
export function serviceOf(base: PersonBase, slot: Slot, required: boolean): ServiceRecord | null {
  if (base.index === 0) return personaService;
  const stream = random('person', base.index, 'service');
  const serves = stream.chance(slot.inProgramme ? 0.6 : 0.45);
  if (!serves && !required && base.index >= fixedPersonCount) return null;
  const members = stream.shuffle(memberIds).slice(
    0,
    stream.weighted([
      [1, 70],
      [2, 22],
      [3, 8],
    ]),
  );
  const abroad = base.homeCountry === 'KZ';
  return { organizationIds: abroad ? [kazakhNetworkId] : members, hours: stream.int(4, 320) };
}
