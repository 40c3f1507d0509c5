import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { CertificateTypeEntity } from './certificate-type.entity.js';
import { CertificateType, CertificateTypeConnection } from './certificate-type.type.js';

@Resolver(() => CertificateType)
export class CertificateTypeResolver {
  @Allow(anyone)
  @Query(() => CertificateTypeConnection, {
    nullable: true,
    description:
      'The types of certificate, the newest rules and the highest score first; null while the service is down.',
  })
  certificateTypes(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<CertificateTypeEntity>> {
    return findConnection(context.em, CertificateTypeEntity, {
      args,
      orderBy: [{ version: 'desc' }, { minimumScore: 'desc' }, { id: 'desc' }],
    });
  }
}
