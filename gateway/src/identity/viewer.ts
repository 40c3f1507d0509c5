/** Who asks, as an identity provider vouches for it. */
export interface Viewer {
  readonly issuer: string;
  readonly sub: string;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  readonly client: string | null;
}
