import { createWorld } from '@birlik/world';

import { fetchToken } from '../identity-provider/fetch-token.js';
import { OperatorError } from '../operator-error.js';

/** The client personas of the demo world, by key: each needs a secret. */
export function clientPersonas(): string[] {
  return createWorld()
    .personas.filter(({ kind }) => kind === 'client')
    .map(({ key }) => key);
}

/** An access token for a persona of the demo world, from the running identity provider. */
export async function personaToken(
  key: string,
  source: { issuer: string; clientSecrets: Readonly<Record<string, string>> },
): Promise<string> {
  const { personas } = createWorld();
  const account = personas.find((persona) => persona.key === key);
  if (!account) {
    throw new OperatorError(`There is no persona "${key}".`, {
      cure: `Choose one of: ${personas.map((persona) => persona.key).join(', ')}`,
    });
  }
  const secret = source.clientSecrets[key];
  return fetchToken({ issuer: source.issuer, account, ...(secret !== undefined && { secret }) });
}
