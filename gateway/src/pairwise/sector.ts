import type { Member } from '../identity/member.js';

/** Roles in which a person or a system acts for the organisation that its token names, as subgraphs read them. */
export const ORGANIZATION_ROLES: ReadonlySet<string> = new Set([
  'officer',
  'coordinator',
  'analyst',
  'admin',
  'system',
  'safeguarding_lead',
]);

/** All who see the same pseudonyms. */
export interface Sector {
  /** Different for different sectors. */
  readonly name: string;
  /** Null: a person, or everybody who is not signed in. */
  readonly organization: string | null;
}

const PUBLIC: Sector = { name: 'public', organization: null };

/** What a sector follows from. */
export type SectorViewer = Pick<Member, 'issuer' | 'sub' | 'volunteerId' | 'organizationId' | 'roles'>;

/** The sector of a viewer: the organisation for which they act, else the person, else the public. */
export function sectorOf(viewer: SectorViewer | null): Sector {
  if (viewer === null) return PUBLIC;
  const { issuer, sub, volunteerId, organizationId, roles } = viewer;
  if (organizationId !== null && roles.some((role) => ORGANIZATION_ROLES.has(role))) {
    return { name: `organization:${organizationId}`, organization: organizationId };
  }
  const person = volunteerId === null ? `subject:${JSON.stringify([issuer, sub])}` : `volunteer:${volunteerId}`;
  return { name: `person:${person}`, organization: null };
}
