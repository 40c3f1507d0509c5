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

/** Whether the viewer reads a person's studies now and finds the person in the list, which must not differ. */
export async function reaches(registry: TestMember, reach: Reach): Promise<boolean> {
  const { as, purpose, id } = reach;
  const granted = (await studyGrant(registry, reach)) !== null;
  // The list is in an order of the organisation's own; what is cut off at the end sorts just before the person.
  const position = createHash('sha256').update(`${as.organizationId}${id}`).digest('hex');
  const after = Buffer.from(JSON.stringify([position.slice(0, -1)])).toString('base64url');
  const { data } = await registry.query<{ volunteers: { nodes: { id: string }[] } }>(
    `query ($after: String) { volunteers(first: 1, after: $after) { nodes { id } } }`,
    { as, purpose, variables: { after } },
  );
  const listed = data?.volunteers.nodes.some((node) => node.id === id) ?? false;
  expect(listed, 'the list and the grant agree').toBe(granted);
  return granted;
}
