import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stack } from '@birlik/infra/stack';
import { decodeJwt, decodeProtectedHeader, importJWK, SignJWT, type JWK } from 'jose';

/**
 * A persona's access token as the demo provider of a running stack issues it, with some claims of another value; one that is
 * undefined is left out. So a test has a sign-in of yesterday without waiting for tomorrow.
 */
export async function issuedToken(
  { folder, token }: Pick<Stack, 'folder' | 'token'>,
  persona: string,
  claims: Readonly<Record<string, unknown>>,
): Promise<string> {
  const text = await readFile(join(folder.dir, 'identity-provider.json'), 'utf8');
  const [key] = (JSON.parse(text) as { jwks: { keys: JWK[] } }).jwks.keys;
  if (!key) throw new Error('The identity provider has no key.');
  const issued = await token(persona);
  const { alg = '', ...header } = decodeProtectedHeader(issued);
  return new SignJWT({ ...decodeJwt(issued), ...claims })
    .setProtectedHeader({ ...header, alg })
    .sign(await importJWK(key, alg));
}
