/** Where the graph is, and as whom this client signs in. */
export interface GraphClientConfig {
  readonly GATEWAY_URL: string;
  readonly ISSUER: string;
  readonly CLIENT_ID: string;
  readonly CLIENT_SECRET: string;
}

/** The graph, as a system of the office uses it. */
export interface GraphClient {
  /**
   * Sends an operation. The data may have nulls where a member failed.
   *
   * @throws Error when the gateway or the issuer does not answer, or refuses the operation altogether
   */
  ask<Data>(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Data>;
}

const timeoutMs = 60_000;
const resource = 'urn:birlik:graph';

async function readJson<Body>(url: URL | string, request: RequestInit = {}): Promise<Body> {
  const response = await fetch(url, { ...request, signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok) throw new Error(`${new URL(url).origin} answered ${response.status}.`);
  return (await response.json()) as Body;
}

/** An access token by client credentials (RFC 6749, 4.4) from the issuer's published token endpoint. */
async function fetchAccessToken({ ISSUER, CLIENT_ID, CLIENT_SECRET }: GraphClientConfig): Promise<string> {
  const { token_endpoint: endpoint } = await readJson<{ token_endpoint: string }>(
    `${ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
  );
  const credentials = [CLIENT_ID, CLIENT_SECRET].map(encodeURIComponent).join(':');
  const { access_token: token } = await readJson<{ access_token: string }>(endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'graph:read graph:write', resource }),
  });
  return token;
}

/** Signs in once; a client serves until the next round begins, which is sooner than a token ends. */
export async function openGraphClient(config: GraphClientConfig): Promise<GraphClient> {
  const token = await fetchAccessToken(config);
  return {
    async ask<Data>(query: string, variables: Readonly<Record<string, unknown>> = {}) {
      const answer = await readJson<{ data?: Data | null; errors?: readonly { message: string }[] }>(
        `${config.GATEWAY_URL.replace(/\/$/, '')}/graphql`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify({ query, variables }),
        },
      );
      if (!answer.data) throw new Error(answer.errors?.[0]?.message ?? 'The gateway gave no data.');
      return answer.data;
    },
  };
}
