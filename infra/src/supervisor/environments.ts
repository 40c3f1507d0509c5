import { join } from 'node:path';

import type { DatabaseUrls } from '../postgres/provision.js';
import type { Layout } from './layout.js';
import { clientPersonas, personaNamed } from './persona-token.js';
import { publicHalf, type loadSecrets, type Secrets } from './secrets.js';
import type { AcceptedIssuer } from './stack-options.js';
import type { StateFolder } from './state-folder.js';

/** The federation's neutral office: it decides grants and orders erasures, so it shares a key with every other member. */
const registry = 'registry';

/** The process that carries between registry and members, and the persona as which it signs in. */
const dispatch = { name: 'dispatch', persona: 'registry-system' } as const;

/** How the gateway learns who the bearer of a token is: it tells no member what a token says. */
const authorizationStatus = {
  authority: registry,
  document: 'query AuthorizationStatus { viewerIdentity { volunteerId organizationId roles mayAct } }',
  capacityDocument: 'query LegalCapacity($people: [ID!]!) { legalCapacity(people: $people) { decidesFor } }',
} as const;

/** Of whom the demo's identity provider speaks: of all its personas, whichever organisation they act for, and of who comes in. */
const demoIssuer = { claims: ['volunteer', 'organization', 'roles'], anyOrganization: true, signsUp: true } as const;

/** What people sign in to, and for which resource. */
const portalClient = 'birlik-portal';
const resource = 'urn:birlik:graph';

/** What the environment of every process is computed from. */
export interface EnvironmentSource {
  readonly layout: Layout;
  readonly folder: StateFolder;
  readonly secrets: Secrets;
  readonly ports: Readonly<Record<string, number>>;
  readonly databases: Readonly<Record<string, DatabaseUrls>>;
  readonly gatewayPort: number;
  /** Origins of front ends under development. */
  readonly origins: readonly string[];
  /** Further issuers whose tokens the gateway accepts. */
  readonly issuers: readonly AcceptedIssuer[];
  readonly logLevel: string;
}

/** The members that share a key with the registry: all others. */
function grantOwners(layout: Layout): string[] {
  return layout.subgraphs.map(({ name }) => name).filter((name) => name !== registry);
}

/** Of whom a stack needs secrets. */
export function neededSecrets(layout: Layout): Parameters<typeof loadSecrets>[1] {
  return {
    grantKeys: grantOwners(layout),
    agreementKeys: layout.subgraphs.map(({ name }) => name),
    clientSecrets: clientPersonas(),
  };
}

/** The issuer of access tokens. */
export function issuerUrl(ports: Readonly<Record<string, number>>): string {
  return `http://127.0.0.1:${port(ports, 'identity-provider')}`;
}

/** The environment of each process, by its name. It has the process role's database address, never the owner's. */
export function environments(source: EnvironmentSource): Record<string, Record<string, string>> {
  const { layout, secrets, ports, gatewayPort } = source;
  const result: Record<string, Record<string, string>> = {};
  for (const { name } of layout.subgraphs) result[name] = subgraphEnvironment(source, name);
  const origins = ['127.0.0.1', 'localhost'].map((host) => `http://${host}:${gatewayPort}`);
  result['identity-provider'] = {
    HOST: '127.0.0.1',
    PORT: String(port(ports, 'identity-provider')),
    ISSUER: issuerUrl(ports),
    STATE_DIR: source.folder.dir,
    CLIENT_SECRETS: JSON.stringify(secrets.clientSecrets),
    PORTAL_ORIGINS: JSON.stringify([...origins, ...source.origins]),
  };
  const urls = layout.subgraphs.map(({ name }) => [name, `http://127.0.0.1:${port(ports, name)}/graphql`]);
  const agreementKeys = Object.entries(secrets.agreementKeys).map(([name, key]) => [name, publicHalf(key)]);
  result['gateway'] = {
    HOST: '127.0.0.1',
    PORT: String(gatewayPort),
    SUPERGRAPH: layout.gateway.supergraph,
    SUPERGRAPH_LAST_GOOD_FILE: source.folder.lastGoodSupergraph,
    SUBGRAPH_URLS: JSON.stringify(Object.fromEntries(urls)),
    ISSUERS: JSON.stringify([{ issuer: issuerUrl(ports), audience: resource }, ...source.issuers]),
    ASSERTION_KEY: JSON.stringify(secrets.assertionKey),
    AGREEMENT_KEYS: JSON.stringify(Object.fromEntries(agreementKeys)),
    AUTHORIZATION_STATUS: JSON.stringify(authorizationStatus),
    PAIRWISE_KEYS: JSON.stringify([{ kid: 'p1', key: secrets.pairwiseKey }]),
    OPERATORS_POLICY: 'operators',
    POLICIES: JSON.stringify({
      operators: { roles: ['admin'], organizations: [personaNamed('admin').organizationId] },
    }),
    IDEMPOTENCY_KEPT_BY: JSON.stringify(['*']),
    FILES_PASSED_FOR: JSON.stringify(['*']),
    CORS_ORIGINS: JSON.stringify(source.origins),
    GRAPHIQL: 'on',
    ...(layout.gateway.portal && {
      PORTAL_FOLDER: layout.gateway.portal.folder,
      PORTAL_WATCH: 'on',
      PORTAL_CLIENT_ID: portalClient,
      PORTAL_RESOURCE: resource,
      DOCUMENTS_MANIFEST: JSON.stringify([layout.gateway.portal.documents]),
    }),
    // Where nothing but trusted documents may run, systems still bring their own.
    DOCUMENTS_FREE_FOR: JSON.stringify(
      clientPersonas().map((key) => ({ issuer: issuerUrl(ports), client: personaNamed(key).sub })),
    ),
    LOG_LEVEL: source.logLevel,
  };
  result[dispatch.name] = {
    GATEWAY_URL: `http://127.0.0.1:${gatewayPort}`,
    ISSUER: issuerUrl(ports),
    CLIENT_ID: personaNamed(dispatch.persona).sub,
    CLIENT_SECRET: secrets.clientSecrets[dispatch.persona] ?? '',
  };
  return result;
}

function subgraphEnvironment(source: EnvironmentSource, name: string): Record<string, string> {
  const { layout, secrets, ports, databases, gatewayPort } = source;
  const urls = databases[name];
  if (!urls) throw new Error(`There is no database for ${name}.`);
  const grantKeys = Object.fromEntries(grantOwners(layout).map((owner) => [owner, secrets.grantKeys[owner]]));
  const grantKey = grantKeys[name];
  return {
    HOST: '127.0.0.1',
    PORT: String(port(ports, name)),
    DATABASE_URL: urls.appUrl,
    GATEWAY_KEYS_URL: `http://127.0.0.1:${gatewayPort}/.well-known/jwks.json`,
    AGREEMENT_KEY: JSON.stringify(secrets.agreementKeys[name]),
    ...(grantKey !== undefined && { GRANT_KEY: grantKey }),
    FILE_STORE: join(source.folder.files, name),
    ...(name === registry && {
      GRANT_KEYS: JSON.stringify(grantKeys),
      SIGNING_KEYS: JSON.stringify(secrets.signingKeys),
      NATIONAL_NUMBER_KEYS: JSON.stringify(secrets.nationalNumberKeys),
      // Long enough to take an erasure back or refuse a recovery, and short enough to see it through.
      ERASURE_DELAY_SECONDS: '20',
      RECOVERY_DELAY_SECONDS: '20',
      // E-mails and text messages as files.
      MESSAGE_FOLDER: source.folder.mail,
      // Whoever tries a submission sees its proof soon.
      LOG_BUNDLE_SECONDS: '10',
      ADMITTED_ISSUERS: JSON.stringify([{ issuer: issuerUrl(ports), ...demoIssuer }]),
    }),
    LOG_LEVEL: source.logLevel,
  };
}

function port(ports: Readonly<Record<string, number>>, name: string): number {
  const found = ports[name];
  if (found === undefined) throw new Error(`There is no port for ${name}.`);
  return found;
}
