import { createContext, type ReactNode, use, useSyncExternalStore } from 'react';
import { useQuery } from 'urql';
import { session } from '../data/session.js';
import type { OrganizationKind } from '../generated/codes.js';
import { graphql } from '../generated/gql.js';

const FrameViewer = graphql(`
  query FrameViewer @purpose(is: "none") {
    viewerIdentity {
      volunteerId
      roles
      mayAct
      organizationId
      organization {
        id
        name
        kind
      }
    }
    me {
      id
      name
      unreadMessages
    }
  }
`);

/** Who looks at the portal. */
export type Viewer =
  /** Who it is has been asked and not been heard. */
  | { readonly kind: 'unknown' }
  /** Somebody signed in, of whom it can't be told now who they are. */
  | { readonly kind: 'unheard'; readonly retry: () => void }
  /** Nobody is signed in. */
  | { readonly kind: 'anybody' }
  /** Somebody signed in who is nobody in the federation yet. */
  | { readonly kind: 'newcomer' }
  | { readonly kind: 'person'; readonly id: string; readonly name: string | null; readonly unreadMessages: number }
  | {
      readonly kind: 'staff';
      readonly organization: { readonly id: string; readonly name: string; readonly kind: OrganizationKind | null };
      readonly roles: readonly string[];
      /** Whether the organisation may act now: it is accredited and not suspended. */
      readonly mayAct: boolean;
    };

const ViewerContext = createContext<Viewer>({ kind: 'anybody' });

/** Who looks at the portal. */
export function useViewer(): Viewer {
  return use(ViewerContext);
}

/** Finds out who looks at the portal, and tells everything inside. */
export function ViewerProvider({ children }: { children: ReactNode }) {
  const state = useSyncExternalStore(session.subscribe, session.state);
  const isSignedIn = state === 'signed-in';
  const [{ data, error }, ask] = useQuery({ query: FrameViewer, variables: {}, pause: !isSignedIn });
  const identity = data?.viewerIdentity;
  const unheard: Viewer = { kind: 'unheard', retry: () => ask({ requestPolicy: 'network-only' }) };
  return <ViewerContext value={viewer()}>{children}</ViewerContext>;

  function viewer(): Viewer {
    if (!isSignedIn) return { kind: 'anybody' };
    if (identity == null) return data === undefined && error === undefined ? { kind: 'unknown' } : unheard;
    const { organizationId, organization } = identity;
    if (organizationId != null) {
      if (organization == null) return unheard;
      return {
        kind: 'staff',
        organization: {
          id: organization.id,
          name: organization.name ?? '',
          kind: organization.kind ?? null,
        },
        roles: identity.roles,
        mayAct: identity.mayAct,
      };
    }
    if (identity.volunteerId == null) return { kind: 'newcomer' };
    return {
      kind: 'person',
      id: identity.volunteerId,
      name: data?.me?.name ?? null,
      unreadMessages: data?.me?.unreadMessages ?? 0,
    };
  }
}
