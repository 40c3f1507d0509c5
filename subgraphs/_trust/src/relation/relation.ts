import { hkdfSync } from 'node:crypto';
import { decodeProtectedHeader } from 'jose';
import { z } from 'zod';
import { keyObjectOf, openMac, signMac } from '../mac/mac.js';

/** What two people can be to each other, each kind kept by one member. */
export const relationKinds = { mentorship: 'alumni' } as const;
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

const terms = z.object({ iss: z.string(), exp: z.number() });

const type = 'birlik-relation+jwt';
const lifeSeconds = 60;

const derived = new WeakMap<Uint8Array, Uint8Array>();

/** Grants have the shared key itself; what goes the other way has a key of its own, so that neither passes for the other. */
function keyOf(shared: Uint8Array): Uint8Array {
  const known = derived.get(shared) ?? new Uint8Array(hkdfSync('sha256', shared, '', 'birlik relation', 32));
  derived.set(shared, known);
  return known;
}

/** States a relation to the registry, with the key that the member shares with it. The statement holds for a minute. */
export function stateRelation(stated: Relation, { member, key }: { member: string; key: Uint8Array }): string {
  const claims = { ...stated, iss: member, exp: Math.floor(Date.now() / 1_000) + lifeSeconds };
  return signMac({ typ: type, kid: member }, claims, keyObjectOf(keyOf(key)));
}

/**
 * The relation in a statement, or null when there is none that holds: forged, expired, for another viewer, or of a kind that
 * another member keeps.
 *
 * @param keys what the registry shares with each member, by its name
 */
export function verifyRelation(
  statement: string,
  { viewer, keys }: { viewer: string | null; keys: Readonly<Record<string, Uint8Array>> },
): Relation | null {
  try {
    const member = decodeProtectedHeader(statement).kid ?? '';
    const key = Object.hasOwn(keys, member) ? keys[member] : undefined;
    if (!key || viewer === null) return null;
    const { header, claims } = openMac(statement, keyObjectOf(keyOf(key)));
    const { iss, exp } = terms.parse(claims);
    const stated = relation.parse(claims);
    const holds =
      header['typ'] === type &&
      iss === member &&
      relationKinds[stated.kind] === member &&
      exp > Date.now() / 1_000 &&
      stated.viewer === viewer &&
      stated.person !== viewer;
    return holds ? stated : null;
  } catch {
    return null;
  }
}
