import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { SigningKeyEntity } from './signing-key.entity.js';
import { listSigningKeys } from './signing-key.service.js';
import { SigningKey } from './signing-key.type.js';

@Resolver(() => SigningKey)
export class SigningKeyResolver {
  @Allow(anyone)
  @Query(() => [SigningKey], {
    nullable: true,
    description:
      'The public keys of the registry’s statements, newest first, at most 200, retired ones too; null while the service is down.',
  })
  signingKeys(@Ctx() context: RequestContext): Promise<SigningKeyEntity[]> {
    return listSigningKeys(context);
  }

  @FieldResolver(() => String, { description: 'The key as a JSON Web Key (RFC 8037).' })
  publicKey(@Root() key: SigningKeyEntity): string {
    return JSON.stringify(key.publicKey);
  }
}
