import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';

import { OperatorError } from '../operator-error.js';

const keysModel = z.object({
  jwks: z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })).min(1) }),
  cookies: z.array(z.string().min(32)).min(1),
});

/** The provider's private signing keys and the keys that its cookies are signed with. */
export type ProviderKeys = z.infer<typeof keysModel>;

/** Reads the keys from the state folder; generates them the first time, so that tokens stay valid across restarts. */
export async function loadKeys(stateDir: string): Promise<ProviderKeys> {
  const file = join(stateDir, 'identity-provider.json');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
    const kid = randomBytes(8).toString('hex');
    const jwk = { ...(await exportJWK(privateKey)), alg: 'EdDSA', use: 'sig', kid };
    const generated = keysModel.parse({ jwks: { keys: [jwk] }, cookies: [randomBytes(32).toString('base64url')] });
    mkdirSync(stateDir, { recursive: true });
    writeFileSync(`${file}.partial`, JSON.stringify(generated, null, 2), { mode: 0o600 });
    renameSync(`${file}.partial`, file);
    return generated;
  }
  try {
    return keysModel.parse(JSON.parse(text));
  } catch (cause) {
    throw new OperatorError(`${file} cannot be read as the keys of the identity provider.`, {
      cure: 'Restore it, or remove it: new keys are made at the next start, and tokens issued so far become invalid.',
      cause,
    });
  }
}
