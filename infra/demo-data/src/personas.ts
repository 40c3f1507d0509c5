import { id } from './identifier.js';
import type { LocalizedText } from './localized-text.js';
import { organizationNamed } from './organizations.js';
import { personaTasks, type PersonaKey } from './persona-tasks.js';
import { createPerson } from './person/create-person.js';
import { family } from './person/family.js';

export type PersonaRole =
  | 'volunteer'
  | 'officer'
  | 'coordinator'
  | 'analyst'
  | 'admin'
  | 'system'
  | 'safeguarding_lead';
export type PersonaScope = 'graph:read' | 'graph:write';

/** Somebody, or some system, that can sign in to the demo data. */
export interface Persona {
  readonly key: string;
  readonly kind: 'person' | 'client';
  /** Opaque subject of the identity provider; for a client, its client id. */
  readonly sub: string;
  readonly name: string;
  /** What it can do, in a line. */
  readonly task: Required<LocalizedText>;
  /** Null for everyone but volunteers. */
  readonly volunteerId: string | null;
  /** The organisation that the persona acts for; null for volunteers. */
  readonly organizationId: string | null;
  readonly roles: readonly PersonaRole[];
  readonly scopes: readonly PersonaScope[];
  /** Always true: no persona is a real person. */
  readonly generated: true;
}

interface Named {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
}

const readWrite: readonly PersonaScope[] = ['graph:read', 'graph:write'];

function volunteer(key: PersonaKey, { id: volunteerId, givenName, familyName }: Named): Persona {
  return {
    key,
    kind: 'person',
    sub: subjectOf(key),
    task: personaTasks[key],
    name: `${givenName} ${familyName}`,
    volunteerId,
    organizationId: null,
    roles: ['volunteer'],
    scopes: readWrite,
    generated: true,
  };
}

function numbered(index: number): Named {
  const { id: volunteerId, spellings } = createPerson(index);
  return { id: volunteerId, ...spellings.az };
}

function staff(key: PersonaKey, organizationKey: string, name: string, roles: readonly PersonaRole[]): Persona {
  return {
    key,
    kind: 'person',
    sub: subjectOf(key),
    name,
    task: personaTasks[key],
    volunteerId: null,
    organizationId: organizationNamed(organizationKey).id,
    roles,
    scopes: readWrite,
    generated: true,
  };
}

function subjectOf(key: string): string {
  return id('subject', key).replaceAll('-', '');
}

/** Everybody who can sign in to the demo data. */
export const personas: readonly Persona[] = [
  volunteer('volunteer', numbered(0)),
  volunteer('volunteer-2', numbered(1)),
  volunteer('guardian', family.guardian),
  volunteer('ward', family.ward),
  staff('registry-officer', 'registry-office', 'Sevda Nümunəli', ['officer']),
  staff('university-officer', 'mdu', 'Elçin Nümunəli', ['officer']),
  staff('university-2-officer', 'university-2', 'Rəna Nümunəli', ['officer']),
  staff('asan-school-officer', 'asan', 'Günel Nümunəli', ['officer']),
  staff('union-officer', 'uvoa', 'Orxan Nümunəli', ['officer']),
  staff('safeguarding-lead', 'uvoa', 'Lalə Nümunəli', ['safeguarding_lead']),
  staff('alumni-officer', 'asap', 'Leyla Nümunəli', ['officer']),
  staff('alumni-coordinator', 'asap', 'Murad Nümunəli', ['officer', 'coordinator']),
  staff('association-officer', 'assoc-lithuania', 'Tural Nümunəli', ['officer']),
  staff('creative-officer', 'afci', 'Nigar Nümunəli', ['officer']),
  staff('center-officer', 'ivc', 'Ramin Nümunəli', ['officer']),
  staff('center-analyst', 'ivc', 'Aytən Nümunəli', ['analyst']),
  staff('admin', 'registry-office', 'Vüqar Nümunəli', ['admin', 'officer']),
  { ...staff('registry-system', 'registry-office', 'Silinmə xidməti (nümunə)', ['system']), kind: 'client' },
  { ...staff('union-system', 'uvoa', 'Könüllü portalı (nümunə)', ['system']), kind: 'client' },
];
