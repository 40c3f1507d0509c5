import type { RequestContext } from '@birlik/trust/context';
import { SigningKeyEntity } from './signing-key.entity.js';
import { publicHalf, type SigningJwk } from './signing-jwk.rule.js';

/** The public keys, newest first; public. */
export function listSigningKeys(context: RequestContext): Promise<SigningKeyEntity[]> {
  return context.em.find(SigningKeyEntity, {}, { orderBy: { since: 'desc', kid: 'desc' }, limit: 200 });
}

/**
 * Enters the public halves in the register of keys, before anything is signed. Those that are there and not among the
 * keys are retired; they stay, so that what they signed can be verified.
 *
 * @throws Error when a `kid` stands in the register for another key
 */
export async function publishSigningKeys(keys: readonly SigningJwk[], em: RequestContext['em']): Promise<void> {
  await em.execute('select publish_signing_keys(?::jsonb)', [JSON.stringify(keys.map(publicHalf))]);
}
