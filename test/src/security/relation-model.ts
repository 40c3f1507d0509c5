import type { Requester } from './access-model.js';

/**
 * What two people who have to do with each other see, written down a second time from the rules that people are told.
 *
 * As long as what binds them lasts, each of the two sees the other's name, e-mail address and telephone number, and nothing else;
 * not before it began, and not after it ended. Nobody else sees anything by it: no third person, and no organisation, whatever it
 * may read of them. What organisations may, what the two consented to and how old they are changes nothing. Who is erased neither
 * sees nor is seen.
 */

export interface Relation {
  readonly id: string;
  /** Null for one who was erased where it is kept. */
  readonly people: readonly [string | null, string | null];
  readonly state: 'proposed' | 'lasting' | 'ended';
}

/** Whom this requester sees by a relation; null for nobody. */
export function seenBy(
  erased: ReadonlySet<string>,
  { volunteerId }: Pick<Requester, 'volunteerId'>,
  { people: [one, other], state }: Relation,
): string | null {
  if (state !== 'lasting' || one === null || other === null) return null;
  if (erased.has(one) || erased.has(other)) return null;
  if (volunteerId === one) return other;
  return volunteerId === other ? one : null;
}
