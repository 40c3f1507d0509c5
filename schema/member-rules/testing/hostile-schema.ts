import { guestParts, honestMembers, withReplaced } from './honest-members.js';

/** One disguise of a kind: what it is, and the members with the hostile one among them. */
export interface HostileSchema {
  readonly disguise: string;
  readonly members: ReadonlyMap<string, string>;
  /**
   * The rule by which a supergraph of it is refused, where that is not the kind's own; null: composition leaves nothing of it,
   * so that the supergraph is the honest one.
   */
  readonly seenAs?: string | null;
}

/** The guest with something more. */
export function guest(disguise: string, more: string, seenAs?: string | null): HostileSchema {
  const sdl = `${honestMembers.get('guest')}\n${more}`;
  return {
    disguise,
    members: new Map([...honestMembers, ['guest', sdl]]),
    ...(seenAs === undefined ? {} : { seenAs }),
  };
}

/** The guest with other parts. */
export function guestOf(disguise: string, parts: Partial<typeof guestParts> | Record<string, string>): HostileSchema {
  const sdl = Object.values({ ...guestParts, ...parts }).join('\n');
  return { disguise, members: new Map([...honestMembers, ['guest', sdl]]) };
}

/** The honest members, of which one has a text replaced. */
export const replaced = (disguise: string, member: string, text: string, by: string): HostileSchema => ({
  disguise,
  members: withReplaced(member, text, by),
});
