import { processVariables, readEnvironment, variable, type Environment } from '@birlik/kernel/config';
import { z } from 'zod';
import { agreementKey } from '../assertion/agreed-keys.js';
import { roundingBase } from '../statistic/statistic.js';

const publicKey = z.looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), kid: z.string() });

const keySet = variable.json(z.object({ keys: z.array(publicKey).min(1) }));

/** What every member's process reads when it serves. */
const memberVariables = {
  ...processVariables,
  GATEWAY_KEYS_URL: z.url({ protocol: /^https?$/ }).optional(),
  GATEWAY_JWKS: keySet.optional(),
  AGREEMENT_KEY: variable.json(agreementKey).optional(),
  RELEASE_THRESHOLD: z.coerce.number().int().min(roundingBase).max(1000).multipleOf(roundingBase).default(10),
  FRESH_SIGN_IN_SECONDS: z.coerce.number().int().min(30).max(3_600).default(300),
};

export type MemberConfig = z.infer<z.ZodObject<typeof memberVariables>>;

/**
 * The configuration of a serving member: the common variables and the member's own. The gateway's keys have an address, or
 * are given; where there is an address, nothing else is read.
 *
 * @throws ConfigError naming each variable that is missing or wrong
 */
export function readMemberConfig<Shape extends z.ZodRawShape>(
  own: Shape,
  environment: Environment,
): MemberConfig & z.infer<z.ZodObject<Shape>> {
  const isPublished = environment['GATEWAY_KEYS_URL'] !== undefined;
  const shape = isPublished ? memberVariables : { ...memberVariables, GATEWAY_JWKS: keySet };
  const read = isPublished ? { ...environment, GATEWAY_JWKS: undefined } : environment;
  return readEnvironment({ ...shape, ...own }, read) as MemberConfig & z.infer<z.ZodObject<Shape>>;
}
