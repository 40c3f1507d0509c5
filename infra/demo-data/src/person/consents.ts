import { random } from '../random.js';
import type { PersonBase } from './base.js';
import { fixedPersonCount } from './slot.js';
import type { ConsentRecord, GrantCategory, GrantPurpose, DemoPerson } from './demo-person.js';

const grantPurposes: readonly GrantPurpose[] = [
  'recruitment',
  'placement',
  'mentoring',
  'certification',
  'emergency',
  'reporting',
];

export const grantCategories: readonly GrantCategory[] = [
  'study',
  'programme',
  'service',
  'alumni',
  'creative',
  'contact',
];

const recipients: readonly (readonly [key: string | null, weight: number])[] = [
  [null, 20],
  ['uvoa', 30],
  ['asan', 20],
  ['asap', 12],
  ['afci', 8],
  ['ivc', 5],
  ['mdu', 5],
];

type Records = Pick<DemoPerson, 'study' | 'programme' | 'service' | 'alumni' | 'creative'>;

export function consentsOf(base: PersonBase, records: Records): ConsentRecord[] {
  // The persona volunteer's consents belong to whoever uses the persona.
  if (base.index === 0) return [];
  if (base.index < fixedPersonCount) return grantCategories.map(broadConsent);
  const stream = random('person', base.index, 'consents');
  if (!stream.chance(0.25)) return [];
  const held = grantCategories.filter((category) => category === 'contact' || records[category] !== null);
  const recipientKey = stream.weighted(recipients);
  const purpose = stream.pick(grantPurposes);
  const expiresInDays = stream.chance(0.5) ? stream.int(30, 730) : null;
  const withdrawn = stream.chance(0.1);
  const categories = stream.shuffle(held).slice(0, stream.int(1, held.length));
  return categories.map((category) => ({ recipientKey, purpose, category, expiresInDays, withdrawn }));
}

function broadConsent(category: GrantCategory): ConsentRecord {
  return { recipientKey: 'uvoa', purpose: 'recruitment', category, expiresInDays: null, withdrawn: false };
}
