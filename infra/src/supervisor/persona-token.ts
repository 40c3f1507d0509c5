import { createDemoData, type Persona } from '@birlik/demo-data';

import { type Account, newcomerNamed } from '../identity-provider/account.js';
import { fetchToken } from '../identity-provider/fetch-token.js';
import { OperatorError } from '../operator-error.js';

/** The client personas of the demo data, by key: each needs a secret. */
export function clientPersonas(): string[] {
  return createDemoData()
    .personas.filter(({ kind }) => kind === 'client')
    .map(({ key }) => key);
}

/** @throws OperatorError naming those that there are */
export function personaNamed(key: string): Persona {
  const { personas } = createDemoData();
  const persona = personas.find((one) => one.key === key);
  if (persona) return persona;
  throw new OperatorError(`There is no persona "${key}".`, {
    cure: `Choose one of: ${personas.map((one) => one.key).join(', ')}; or new-NAME for somebody new, with a name of your own.`,
  });
}

/** An access token for a persona of the demo data, or for somebody new as `new-NAME`, from the running identity provider. */
export async function personaToken(
  key: string,
  source: { issuer: string; clientSecrets: Readonly<Record<string, string>> },
): Promise<string> {
  const account: Account = newcomerNamed(key) ?? personaNamed(key);
  const secret = source.clientSecrets[key];
  return fetchToken({ issuer: source.issuer, account, ...(secret !== undefined && { secret }) });
}
