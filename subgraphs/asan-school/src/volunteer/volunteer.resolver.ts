import type { RequestContext } from '@birlik/trust/context';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CertificateEntity } from '../certificate/certificate.entity.js';
import { certificatesByGrant } from '../certificate/certificate.loader.js';
import { Certificate } from '../certificate/certificate.type.js';
import type { ProgrammeParticipationEntity } from '../programme/programme-participation.entity.js';
import { newestParticipationByGrant } from '../programme/programme-participation.loader.js';
import { ProgrammeRecord } from '../programme/programme-record.type.js';
import { Volunteer } from './volunteer.type.js';

@Resolver(() => Volunteer)
export class VolunteerResolver {
  @Directive('@requires(fields: "programmeGrant")')
  @FieldResolver(() => ProgrammeRecord, {
    nullable: true,
    description:
      'The newest way through the ASAN School’s volunteer programme; null if there is none, or without a grant for the category PROGRAMME.',
  })
  async programmeRecord(
    @Root() volunteer: Volunteer,
    @Ctx() context: RequestContext,
  ): Promise<ProgrammeParticipationEntity | null> {
    const grant = context.openGrant(volunteer.programmeGrant, volunteer.id);
    const [newest] = grant ? await newestParticipationByGrant.load(context, grant) : [];
    return newest ?? null;
  }

  @Directive('@requires(fields: "programmeGrant")')
  @FieldResolver(() => [Certificate], {
    nullable: true,
    description:
      'Certificates of the volunteer programme, newest first, at most 20, the revoked ones included; null without a grant for the category PROGRAMME.',
  })
  async certificates(
    @Root() volunteer: Volunteer,
    @Ctx() context: RequestContext,
  ): Promise<CertificateEntity[] | null> {
    const grant = context.openGrant(volunteer.programmeGrant, volunteer.id);
    return grant && certificatesByGrant.load(context, grant);
  }
}
