import type { Viewer } from '../access/viewer.js';

/** What a subgraph is told about who asks; subscriptions that differ in it never share anything. */
export interface SecurityContextSource {
  readonly viewer: Viewer | null;
  readonly purpose: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** The security context of a caller as a text. The trace of a request is not part of it. */
export function securityContext(caller: SecurityContextSource, operation: string | null): string {
  const headers = Object.entries(caller.headers).filter(([name]) => name !== 'traceparent');
  return JSON.stringify([caller.viewer, caller.purpose, operation, headers.toSorted()]);
}
