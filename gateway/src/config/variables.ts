/** How the text of a variable is read. */
type Form = 'text' | 'json';

/** One variable of the environment and the place in the configuration that it sets. */
export interface Variable {
  readonly name: string;
  readonly path: readonly string[];
  readonly form: Form;
}

const variable = (name: string, path: string, form: Form = 'text'): Variable => ({ name, path: path.split('.'), form });

/** What can be set without a file. Variables win over the file, flags over variables. */
export const VARIABLES: readonly Variable[] = [
  variable('HOST', 'host'),
  variable('PORT', 'port'),
  variable('LOG_LEVEL', 'logLevel'),
  variable('SHUTDOWN_GRACE_MS', 'shutdownGraceMs'),
  variable('SHUTDOWN_DELAY_MS', 'shutdownDelayMs'),
  variable('SUPERGRAPH_TOKEN', 'supergraph.token'),
  variable('SUPERGRAPH_LAST_GOOD_FILE', 'supergraph.lastGoodFile'),
  variable('ISSUERS', 'issuers', 'json'),
  variable('ASSERTION_KEY', 'assertionKey', 'json'),
  variable('PUBLISHED_KEYS', 'publishedKeys', 'json'),
  variable('AGREEMENT_KEYS', 'agreementKeys', 'json'),
  variable('AUTHORIZATION_STATUS', 'authorizationStatus', 'json'),
  variable('AUTHORIZATION_STATUS_FRESH_MS', 'authorizationStatus.freshMs'),
  variable('PAIRWISE_KEYS', 'pairwise.keys', 'json'),
  variable('WORDS', 'words', 'json'),
  variable('REQUEST_TIMEOUT_MS', 'timeouts.requestMs'),
  variable('FETCH_TIMEOUT_MS', 'timeouts.fetchMs'),
  variable('PLAN_TIMEOUT_MS', 'timeouts.planMs'),
  variable('MAX_RESPONSE_BYTES', 'limits.responseBytes'),
  variable('MAX_LAG_MS', 'shedding.maxLagMs'),
  variable('TRACE_HEADER', 'telemetry.traceHeader'),
  variable('METRICS_PORT', 'telemetry.metrics.port'),
  variable('METRICS_HOST', 'telemetry.metrics.host'),
  variable('SLOW_MS', 'telemetry.slowMs'),
  variable('OTEL_EXPORTER_OTLP_ENDPOINT', 'telemetry.traces.endpoint'),
  variable('OTEL_SERVICE_NAME', 'telemetry.traces.serviceName'),
  variable('GRAPHIQL', 'graphiql'),
  variable('CORS_ORIGINS', 'cors.origins', 'json'),
  variable('FILES_PASSED_FOR', 'files.passedFor', 'json'),
  variable('PORTAL_FOLDER', 'portal.folder'),
  variable('PORTAL_WATCH', 'portal.watch'),
  variable('PORTAL_ISSUER', 'portal.issuer'),
  variable('PORTAL_CLIENT_ID', 'portal.clientId'),
  variable('PORTAL_SCOPE', 'portal.scope'),
  variable('PORTAL_RESOURCE', 'portal.resource'),
  variable('PORTAL_CONNECT_TO', 'portal.connectTo', 'json'),
  variable('DOCUMENTS_MANIFEST', 'documents.manifest', 'json'),
  variable('DOCUMENTS_REQUIRED', 'documents.required'),
  variable('DOCUMENTS_FREE_FOR', 'documents.freeFor', 'json'),
  variable('IDEMPOTENCY_REDIS_URL', 'idempotency.redisUrl'),
  variable('IDEMPOTENCY_KEPT_BY', 'idempotency.keptBy', 'json'),
  variable('POLICIES', 'policies', 'json'),
  variable('OPERATORS_POLICY', 'operators.policy'),
  variable('CACHE_STORE', 'sharing.cache.store'),
  variable('CACHE_REDIS_URL', 'sharing.cache.redisUrl'),
  variable('CACHE_INVALIDATION_SECRET', 'sharing.cache.invalidationSecret'),
];

/** JSON, subgraph name to address; sets `subgraphs.NAME.url`. */
export const SUBGRAPH_URLS = 'SUBGRAPH_URLS';

/** A file or an http address; sets `supergraph.file` or `supergraph.url` and takes the place of both. */
export const SUPERGRAPH = 'SUPERGRAPH';
