import { SubgraphUnavailable, type UnavailableReason } from './subgraph-unavailable.js';
import type { ErrorCode } from '../errors/error-codes.js';

interface Kind {
  readonly code: ErrorCode;
  readonly reason: UnavailableReason;
  readonly says: (service: string) => string;
  /**
   * Whether the subgraph is to blame. `if-waited`: only when it had time enough, as a client may have shortened the time.
   * Too large an answer is not held against it: what a client asks for decides its size.
   */
  readonly blames: boolean | 'if-waited';
  readonly repeat: 'never' | 'at-once' | 'later';
}

const unreachable = (service: string) => `The service "${service}" cannot be reached.`;
const noGraphql = (service: string) => `The service "${service}" did not answer with GraphQL.`;
const UNAVAILABLE = 'UPSTREAM_UNAVAILABLE' satisfies ErrorCode;

const KINDS = {
  /** The connection broke before any byte of an answer, so the subgraph may not have seen the request. */
  broken: { code: UNAVAILABLE, reason: 'unreachable', says: unreachable, blames: true, repeat: 'at-once' },
  unreachable: { code: UNAVAILABLE, reason: 'unreachable', says: unreachable, blames: true, repeat: 'never' },
  /** 502, 503 or 504, from whatever stands before the subgraph. */
  busy: { code: UNAVAILABLE, reason: 'not_graphql', says: noGraphql, blames: true, repeat: 'later' },
  malformed: { code: UNAVAILABLE, reason: 'not_graphql', says: noGraphql, blames: true, repeat: 'never' },
  /** Not the answer to this request: it does not repeat what only this request had. */
  mismatched: {
    code: 'UPSTREAM_ANSWER_MISMATCHED',
    reason: 'mismatched',
    says: (service) => `The service "${service}" answered something else than was asked.`,
    blames: true,
    repeat: 'at-once',
  },
  oversized: {
    code: UNAVAILABLE,
    reason: 'too_large',
    says: (service) => `The service "${service}" answered more than this gateway takes.`,
    blames: false,
    repeat: 'never',
  },
  /** In so many small pieces that reading it would keep everybody else waiting. */
  fragmented: {
    code: UNAVAILABLE,
    reason: 'too_large',
    says: (service) => `The service "${service}" answered in more pieces than this gateway takes.`,
    blames: true,
    repeat: 'never',
  },
  timeout: {
    code: UNAVAILABLE,
    reason: 'timeout',
    says: (service) => `The service "${service}" did not answer in time.`,
    blames: 'if-waited',
    repeat: 'never',
  },
  deadline: {
    code: 'DEADLINE_EXCEEDED',
    reason: 'timeout',
    says: () => 'The time for the whole operation is over.',
    blames: 'if-waited',
    repeat: 'never',
  },
  /** The breaker is open. */
  resting: {
    code: UNAVAILABLE,
    reason: 'breaker_open',
    says: (service) => `The service "${service}" failed too often and is not asked for a moment.`,
    blames: false,
    repeat: 'never',
  },
  overloaded: {
    code: 'UPSTREAM_OVERLOADED',
    reason: 'overloaded',
    says: (service) => `The service "${service}" has too many requests at the moment.`,
    blames: false,
    repeat: 'never',
  },
  disconnected: {
    code: UNAVAILABLE,
    reason: 'client_disconnected',
    says: () => 'The client has disconnected.',
    blames: false,
    repeat: 'never',
  },
} as const satisfies Record<string, Kind>;

export type FailureKind = keyof typeof KINDS;

/** A request to a subgraph that brought no usable answer, and what follows from that. */
export class SubgraphFailure extends SubgraphUnavailable {
  readonly kind: FailureKind;

  constructor(kind: FailureKind, service: string, options?: ErrorOptions & { readonly neverSent?: boolean }) {
    const { code, reason, says } = KINDS[kind];
    super(says(service), { ...options, code, reason });
    this.name = 'SubgraphFailure';
    this.kind = kind;
  }

  get blames(): Kind['blames'] {
    return KINDS[this.kind].blames;
  }

  get repeat(): Kind['repeat'] {
    return KINDS[this.kind].repeat;
  }
}
