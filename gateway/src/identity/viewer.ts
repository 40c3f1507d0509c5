/** Who asks, as an identity provider vouches for it. */
export interface Viewer {
  readonly issuer: string;
  readonly sub: string;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  readonly client: string | null;
  /** When they signed in, in seconds of the epoch; null if that is not known. A refreshed token does not change it. */
  readonly authTime: number | null;
  /** False while whoever knows what they may do is silent: they are answered as nobody, which is no answer to keep. */
  readonly isKnown?: false;
}
