import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { TestMember, Viewer } from './member.js';

/** Whose studies a viewer would like to read, and for what. */
export interface Reach {
  readonly as: Viewer;
  readonly purpose: string;
  readonly id: string;
}

/** The registry's grant for a person's studies; null when it is refused. */
export async function studyGrant(registry: TestMember, { as, purpose, id }: Reach): Promise<string | null> {
  const person = { __typename: 'Volunteer', id };
  const [profile] = await registry.entities<{ studyGrant: string | null }>([person], '{ studyGrant }', { as, purpose });
  if (!profile) throw new Error('Every id gives a person.');
  return profile.studyGrant;
}

const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');

/** Where the person stands in the organisation's list, as 32 digits that sort like the places. */
export function placeOf(organizationId: string, personId: string): string {
  const digest = createHash('sha256').update(bytesOf(organizationId)).update(bytesOf(personId)).digest('hex');
  return digest.slice(0, 32);
}

/** Whether the viewer finds a person in the list. */
export async function isListed(registry: TestMember, { as, purpose, id }: Reach): Promise<boolean> {
  // The list is in an order of the organisation's own; this is the place just before the person's.
  const place = (BigInt(`0x${placeOf(as.organizationId ?? '', id)}`) - 1n).toString(16).padStart(32, '0');
  const after = Buffer.from(JSON.stringify([place])).toString('base64url');
  const { data } = await registry.query<{ volunteers: { nodes: { id: string }[] } | null }>(
    `query ($after: String) { volunteers(first: 1, after: $after) { nodes { id } } }`,
    { as, purpose, variables: { after } },
  );
  return data?.volunteers?.nodes.some((node) => node.id === id) ?? false;
}

/** Whether the viewer reads a person's studies now and finds the person in the list, which must not differ. */
export async function reaches(registry: TestMember, reach: Reach): Promise<boolean> {
  const granted = (await studyGrant(registry, reach)) !== null;
  const listed = await isListed(registry, reach);
  expect(listed, 'the list and the grant agree').toBe(granted);
  return granted;
}
