import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Organization } from '../organization/organization.type.js';
import type { CertificateTypeEntity } from './certificate-type.entity.js';
import { listCertificateTypes } from './certificate-type.service.js';
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
    return listCertificateTypes(context, args);
  }

  @FieldResolver(() => String, { description: 'The name in the caller’s language.' })
  name(@Root() type: CertificateTypeEntity, @Ctx() context: RequestContext): string {
    return context.localize(type.name);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The agency whose rules these are; null while the registry is down.',
  })
  organization(@Root() type: CertificateTypeEntity): Organization {
    return { id: type.organizationId };
  }
}
