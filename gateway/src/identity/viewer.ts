/** Who asks, as an identity provider vouches for it. */
export interface Viewer {
  readonly issuer: string;
  readonly sub: string;
  readonly volunteerId: string | null;
  readonly organizationId: string | null;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  readonly client: string | null;
}

/** The same person or system, acting for no organisation and in no role of one. */
export function withoutOrganization(viewer: Viewer | null): Viewer | null {
  return viewer === null ? null : { ...viewer, organizationId: null, roles: [] };
}
