import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CertificateTypeEntity } from '../certificate-type/certificate-type.entity.js';
import { certificateTypeById } from '../certificate-type/certificate-type.loader.js';
import { CertificateType } from '../certificate-type/certificate-type.type.js';
import type { ProgrammeParticipationEntity } from '../programme/programme-participation.entity.js';
import { Master1Stage } from './master1.type.js';

@Resolver(() => Master1Stage)
export class Master1StageResolver {
  @FieldResolver(() => CertificateType, {
    nullable: true,
    description: 'The type of certificate that the score earned; null unless completed, or if it earned none.',
  })
  async certificateType(
    @Root() participation: ProgrammeParticipationEntity,
    @Ctx() context: RequestContext,
  ): Promise<CertificateTypeEntity | null> {
    const typeId = participation.master1CertificateTypeId;
    return typeId ? certificateTypeById.load(context, typeId) : null;
  }
}
