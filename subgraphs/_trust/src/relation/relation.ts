import { z } from 'zod';
import { defineStatement } from '../statement/statement.js';

/** What two people can be to each other, each kind kept by one member. */
export const relationKinds = { mentorship: 'alumni', colleague: 'alumni' } as const;
export type RelationKind = keyof typeof relationKinds;

const kinds = Object.keys(relationKinds) as [RelationKind, ...RelationKind[]];

const relation = z.object({
  kind: z.enum(kinds),
  id: z.uuid(),
  person: z.uuid(),
  viewer: z.uuid(),
});

/**
 * A relation that lasts now, as the member states it that keeps it: the viewer may see a name and a channel of the person.
 *
 * `id` is the relation's own at that member; `person` and `viewer` are the ids of two volunteers.
 */
export type Relation = z.infer<typeof relation>;

const statement = defineStatement('relation', relation);

/** States a relation to the registry, with the key that the member shares with it. The statement holds for a minute. */
export const stateRelation = statement.sign;

/**
 * The relation in a statement, or null when there is none that holds: forged, expired, for another viewer, or of a kind that
 * another member keeps.
 *
 * @param keys what the registry shares with each member, by its name
 */
export function verifyRelation(
  token: string,
  { viewer, keys }: { viewer: string | null; keys: Readonly<Record<string, Uint8Array>> },
): Relation | null {
  const opened = statement.open(token, keys);
  if (!opened || viewer === null) return null;
  const { member, claims } = opened;
  const holds = relationKinds[claims.kind] === member && claims.viewer === viewer && claims.person !== viewer;
  return holds ? claims : null;
}
