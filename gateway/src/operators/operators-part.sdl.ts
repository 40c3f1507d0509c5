/** What operators may ask of the gateway. `portal/gateway.graphql` is the same text, for whoever checks documents against it. */
export const OPERATORS_SDL = `type Query {
  """
  What this process of the gateway knows of itself and of the way to the members, for the federation's operators: an error and null for
  anyone else. It holds nothing that people wrote or are. Where several processes serve, each knows what it saw itself.
  """
  gateway: Gateway
}

"""A process of the gateway."""
type Gateway {
  """A name that this process has for as long as it runs; another process answers where it differs from the one before."""
  instance: String!
  """When the process began, in UTC."""
  startedAt: String!
  """The version of the gateway."""
  version: String!
  """The version of Node.js that it runs on."""
  nodeVersion: String!
  """Whether the supergraph is not the one of its source, which was refused or away at the start, but the one that was served last."""
  servesLastGood: Boolean!
  """From how many milliseconds on an operation counts as slow; null: none does."""
  slowMs: Int
  """The members of the supergraph that is served, by name, at most 1000."""
  members: [GatewayMember!]!
  """The supergraphs that were served or refused since the process began, the newest first, at most 30."""
  schemaChanges: [GatewaySchemaChange!]!
  """The operations that took longest in the last 20 minutes, by their 95th percentile, at most 50."""
  operations: [GatewayOperation!]!
}

"""A member, as the gateway reaches it."""
type GatewayMember {
  """Its name in the supergraph."""
  name: String!
  """The host and the port of its address, without anything else of it."""
  host: String!
  """How the last request to it ended."""
  state: GatewayMemberState!
  """Since when that is so without a break, in UTC; null while it was not asked."""
  since: String
  """How a request to it failed the last time; null: none has."""
  lastFailure: GatewayOutcome
  """Whether requests to it pass."""
  breaker: GatewayBreaker!
  """Requests to it that run now."""
  running: Int!
  """Requests to it that wait for their turn."""
  waiting: Int!
  """How its requests of the last five minutes did."""
  times: GatewayTimes!
  """The beginning of the SHA-256 of what it adds to the graph: another one is another schema of this member."""
  schemaHash: String!
  """Since when this process has served that schema of it, in UTC."""
  schemaSince: String!
}

"""How the last request to a member ended."""
enum GatewayMemberState {
  """It was answered."""
  ANSWERS
  """No usable answer came."""
  FAILS
  """There was none since the process began."""
  NOT_ASKED
}

"""The state of a circuit breaker."""
enum GatewayBreaker {
  """Requests pass."""
  CLOSED
  """One request is on its way to see whether the member is back."""
  HALF_OPEN
  """No request passes: most have failed."""
  OPEN
}

"""How long something took, in milliseconds, to about one part in a hundred."""
type GatewayTimes {
  """How many there were, not of people."""
  count: Int!
  """How many of them failed, or were answered with an error, not of people."""
  failures: Int!
  """Half took no longer; null: there were none."""
  p50: Float
  """Of twenty, nineteen took no longer; null: there were none."""
  p95: Float
  """The longest; null: there were none."""
  max: Float
}

"""A supergraph that came."""
type GatewaySchemaChange {
  """When, in UTC."""
  at: String!
  """The beginning of the SHA-256 of its text; null of one that was refused."""
  hash: String
  """What became of it."""
  outcome: GatewaySchemaOutcome!
  """Why it was refused, for operators; null: it was not."""
  reason: String
  """How many changes break what clients may ask."""
  breaking: Int!
  """How many changes may surprise clients."""
  dangerous: Int!
  """How many changes no client needs to notice."""
  safe: Int!
  """What changed for clients against the supergraph before, the gravest first, at most 50; empty for the first one and for one that was refused."""
  changes: [GatewaySchemaDifference!]!
}

"""What became of a supergraph."""
enum GatewaySchemaOutcome {
  """It is the one that the process began with."""
  FIRST
  """It took the place of the one before."""
  SERVED
  """It must not be served; the one before still is."""
  REFUSED
}

"""Something that changed for clients."""
type GatewaySchemaDifference {
  """Where, such as Volunteer.name."""
  path: String!
  """What happened to it."""
  kind: GatewayDifferenceKind!
  """What it means for clients."""
  gravity: GatewayDifferenceGravity!
  """The members that had it or have it, by name, at most 1000."""
  members: [String!]!
  """The change in a sentence, in English."""
  message: String!
}

"""What happened to a part of the schema."""
enum GatewayDifferenceKind {
  """It is new."""
  ADDED
  """It is gone."""
  REMOVED
  """It is another one."""
  CHANGED
}

"""What a change means for clients."""
enum GatewayDifferenceGravity {
  """An operation that was valid may fail."""
  BREAKING
  """An operation that is valid may get what it does not expect."""
  DANGEROUS
  """Nothing."""
  SAFE
}

"""An operation of clients. Its variables and values are nowhere."""
type GatewayOperation {
  """The SHA-256 of its document, in hexadecimal."""
  document: String!
  """Its name; null for a document that no operator vouches for."""
  name: String
  """Whether it changes something."""
  isMutation: Boolean!
  """Whether an operator vouches for its document."""
  trusted: Boolean!
  """How its runs of the last 20 minutes did."""
  times: GatewayTimes!
  """The slowest of them with its plan; null where it is not known any more."""
  slowest: GatewayRun
}

"""A run of an operation."""
type GatewayRun {
  """When it ended, in UTC."""
  at: String!
  """How long it took, in milliseconds."""
  ms: Float!
  """The requests to members as they ran, by stage, at most 50."""
  fetches: [GatewayFetch!]!
  """How many further requests are not listed, not of people."""
  more: Int!
}

"""A request to a member, as a part of a run."""
type GatewayFetch {
  """Counted from 1: those of one stage ran beside each other, and after one of the stage before."""
  stage: Int!
  """The member that was asked."""
  member: String!
  """Whether it asked for fields of the root or for entities."""
  kind: GatewayFetchKind!
  """The types of the entities, by name, at most 50; empty for fields of the root."""
  types: [String!]!
  """How many entities were asked for, not of people."""
  entities: Int!
  """When it began, in milliseconds from the beginning of the run."""
  startMs: Float!
  """How long it took, in milliseconds; null: it was not waited for."""
  ms: Float
  """How it ended; null: it was not waited for."""
  outcome: GatewayOutcome
  """How often it was sent."""
  attempts: Int!
  """The size of the answer in bytes, not of people."""
  receivedBytes: Int!
  """The document for the member without any value; null where it is long."""
  document: String
}

"""How a request to a member ended."""
enum GatewayOutcome {
  """With an answer."""
  OK
  """With an answer that has errors."""
  ERRORS
  """There was no way to the member, or it broke off."""
  UNREACHABLE
  """It took too long."""
  TIMEOUT
  """The answer was too large."""
  TOO_LARGE
  """The answer was none of GraphQL."""
  NOT_GRAPHQL
  """The answer was one to another request."""
  MISMATCHED
  """The client left."""
  CLIENT_DISCONNECTED
  """It was not sent, as most have failed."""
  BREAKER_OPEN
  """There was no room for it."""
  OVERLOADED
  """A defect of the gateway."""
  FAILED
}

"""What a request asked for."""
enum GatewayFetchKind {
  """Fields of the root."""
  QUERY
  """A change."""
  MUTATION
  """Entities that another request found."""
  ENTITIES
}
`;
