import { processVariables, readEnvironment, variable, type Environment } from '@birlik/kernel/config';
import { z } from 'zod';
import { roundingBase } from '../statistic/statistic.js';

const publicKey = z.looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), kid: z.string() });

/** What every member's process reads when it serves. */
const memberVariables = {
  ...processVariables,
  GATEWAY_JWKS: variable.json(z.object({ keys: z.array(publicKey).min(1) })),
  RELEASE_THRESHOLD: z.coerce.number().int().min(roundingBase).max(1000).multipleOf(roundingBase).default(10),
};

export type MemberConfig = z.infer<z.ZodObject<typeof memberVariables>>;

/**
 * The configuration of a serving member: the common variables and the member's own.
 *
 * @throws ConfigError naming each variable that is missing or wrong
 */
export function readMemberConfig<Shape extends z.ZodRawShape>(
  own: Shape,
  environment: Environment,
): MemberConfig & z.infer<z.ZodObject<Shape>> {
  return readEnvironment({ ...memberVariables, ...own }, environment) as MemberConfig & z.infer<z.ZodObject<Shape>>;
}
