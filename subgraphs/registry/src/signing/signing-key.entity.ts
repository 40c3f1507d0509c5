import { defineEntity, p } from '@mikro-orm/core';
import type { PublicJwk } from './signing-jwk.rule.js';

const SigningKeySchema = defineEntity({
  name: 'SigningKeyEntity',
  tableName: 'signing_key',
  readonly: true,
  properties: {
    kid: p.string().primary(),
    publicKey: p.json<PublicJwk>(),
    since: p.datetime(),
    retiredAt: p.datetime().nullable(),
  },
});

export class SigningKeyEntity extends SigningKeySchema.class {}
SigningKeySchema.setClass(SigningKeyEntity);
