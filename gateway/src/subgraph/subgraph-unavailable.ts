import type { Message } from '@birlik/messages/message';
import type { ErrorCode } from '../errors/error-codes.js';

/** Why no usable answer came, in a word for operators. */
export type UnavailableReason =
  | 'unreachable'
  | 'timeout'
  | 'too_large'
  | 'not_graphql'
  | 'mismatched'
  | 'client_disconnected'
  | 'breaker_open'
  | 'overloaded';

/** No usable answer came from a subgraph. The explanation is shown to clients: it holds no address and no content. */
export class SubgraphUnavailable extends Error {
  readonly explanation: Message;
  /** The code of the error at each missing field. */
  readonly code: ErrorCode;
  readonly reason: UnavailableReason;
  /** Whether it is certain that the subgraph has not seen the request. */
  readonly neverSent: boolean;

  constructor(
    explanation: Message,
    options: ErrorOptions & {
      readonly code?: ErrorCode;
      readonly reason?: UnavailableReason;
      readonly neverSent?: boolean;
    } = {},
  ) {
    super(explanation.in('en'), options);
    this.name = 'SubgraphUnavailable';
    this.explanation = explanation;
    this.code = options.code ?? 'UPSTREAM_UNAVAILABLE';
    this.reason = options.reason ?? 'unreachable';
    this.neverSent = options.neverSent ?? false;
  }
}
