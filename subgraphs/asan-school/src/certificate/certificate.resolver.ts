import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Organization } from '@birlik/trust/organization';
import type { CertificateTypeEntity } from '../certificate-type/certificate-type.entity.js';
import { certificateTypeById } from '../certificate-type/certificate-type.loader.js';
import { CertificateType } from '../certificate-type/certificate-type.type.js';
import type { CertificateEntity } from './certificate.entity.js';
import { Certificate } from './certificate.type.js';

@Resolver(() => Certificate)
export class CertificateResolver {
  @FieldResolver(() => CertificateType, {
    nullable: true,
    description: 'The type by the rules of evaluation; null for Master 2, which has no types.',
  })
  async type(
    @Root() certificate: CertificateEntity,
    @Ctx() context: RequestContext,
  ): Promise<CertificateTypeEntity | null> {
    return certificate.certificateTypeId ? certificateTypeById.load(context, certificate.certificateTypeId) : null;
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description:
      'The institution of the placement, which approved it too; null for Master 1, and while the registry is down.',
  })
  cosignedBy(@Root() certificate: CertificateEntity): Organization | null {
    return certificate.cosignedByOrganizationId ? { id: certificate.cosignedByOrganizationId } : null;
  }
}
