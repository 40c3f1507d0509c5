import type { Message } from '@birlik/messages/message';
import { SubgraphUnavailable, type UnavailableReason } from './subgraph-unavailable.js';
import type { ErrorCode } from '../errors/error-codes.js';
import { explain } from '../errors/messages.js';

interface Kind {
  readonly code: ErrorCode;
  readonly reason: UnavailableReason;
  readonly says: (service: string) => Message;
  /**
   * Whether the subgraph is to blame. `if-waited`: only when it had time enough, as a client may have shortened the time.
   * Too large an answer is not held against it: what a client asks for decides its size.
   */
  readonly blames: boolean | 'if-waited';
  readonly repeat: 'never' | 'at-once' | 'later';
}

const unreachable = (service: string) => explain('service-unreachable', { service });
const noGraphql = (service: string) => explain('service-no-graphql', { service });
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
    says: (service) => explain('service-mismatched', { service }),
    blames: true,
    repeat: 'at-once',
  },
  oversized: {
    code: UNAVAILABLE,
    reason: 'too_large',
    says: (service) => explain('service-oversized', { service }),
    blames: false,
    repeat: 'never',
  },
  /** In so many small pieces that reading it would keep everybody else waiting. */
  fragmented: {
    code: UNAVAILABLE,
    reason: 'too_large',
    says: (service) => explain('service-in-pieces', { service }),
    blames: true,
    repeat: 'never',
  },
  timeout: {
    code: UNAVAILABLE,
    reason: 'timeout',
    says: (service) => explain('service-late', { service }),
    blames: 'if-waited',
    repeat: 'never',
  },
  deadline: {
    code: 'DEADLINE_EXCEEDED',
    reason: 'timeout',
    says: () => explain('time-is-over'),
    blames: 'if-waited',
    repeat: 'never',
  },
  /** The breaker is open. */
  resting: {
    code: UNAVAILABLE,
    reason: 'breaker_open',
    says: (service) => explain('service-resting', { service }),
    blames: false,
    repeat: 'never',
  },
  overloaded: {
    code: 'UPSTREAM_OVERLOADED',
    reason: 'overloaded',
    says: (service) => explain('service-busy', { service }),
    blames: false,
    repeat: 'never',
  },
  disconnected: {
    code: UNAVAILABLE,
    reason: 'client_disconnected',
    says: () => explain('client-gone'),
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
