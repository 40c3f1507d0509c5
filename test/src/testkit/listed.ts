import { decodeJwt } from 'jose';

/** Somebody in a list of a member's own, as the member answers the gateway. */
export interface ListedNode {
  readonly statement: string;
}

/** The people whom a member states to be in its list; only the registry asks whether the statements hold. */
export const peopleIn = (nodes: readonly ListedNode[] | undefined): string[] =>
  (nodes ?? []).map(({ statement }) => decodeJwt<{ person: string }>(statement).person);
