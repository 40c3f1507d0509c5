/** How the gateway closes sockets of clients: those of RFC 6455, and above 4000 those of `graphql-transport-ws`. */
export const SOCKET_CLOSES = {
  goingAway: { code: 1001, reason: 'Going away' },
  /** A server cannot serve right now. */
  tryAgainLater: { code: 1013, reason: 'Try again later' },
  invalidMessage: { code: 4400, reason: 'Invalid message received' },
  invalidPayload: { code: 4400, reason: 'Invalid payload of connection_init' },
  unauthorized: { code: 4401, reason: 'Unauthorized' },
  forbidden: { code: 4403, reason: 'Forbidden' },
  subprotocolNotAcceptable: { code: 4406, reason: 'Subprotocol not acceptable' },
  initialisationTimeout: { code: 4408, reason: 'Connection initialisation timeout' },
  subscriberAlreadyExists: { code: 4409, reason: 'Subscriber already exists' },
  tooManyInitialisations: { code: 4429, reason: 'Too many initialisation requests' },
} as const;

export type SocketClose = keyof typeof SOCKET_CLOSES;
