import type { RequestContext } from '@birlik/trust/context';
import { standsForPerson } from '@birlik/trust/grant';
import { searchFacets } from '@birlik/trust/search-facet';
import { stateHeldFacets } from '@birlik/trust/searchable';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CertificateEntity } from '../certificate/certificate.entity.js';
import { certificatesByGrant } from '../certificate/certificate.loader.js';
import { Certificate } from '../certificate/certificate.type.js';
import { certificateTypeById } from '../certificate-type/certificate-type.loader.js';
import { programmeStages, type ProgrammeParticipationEntity } from '../programme/programme-participation.entity.js';
import { newestParticipationByGrant } from '../programme/programme-participation.loader.js';
import { ProgrammeRecord } from '../programme/programme-record.type.js';
import { Volunteer } from './volunteer.type.js';

/** A stage without types is named by itself. */
const stageNames = {
  [programmeStages.MASTER_1]: { az: 'Master 1', en: 'Master 1', ru: 'Мастер 1', tr: 'Master 1' },
  [programmeStages.MASTER_2]: { az: 'Master 2', en: 'Master 2', ru: 'Мастер 2', tr: 'Master 2' },
};

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

  @Directive('@requires(fields: "programmeGrant")')
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What the ASAN School holds that may stand on a search card, as its statement to the registry, good for a quarter of an hour; null for anyone but the person and the guardian of a minor.',
  })
  async programmeFacets(@Root() volunteer: Volunteer, @Ctx() context: RequestContext): Promise<string | null> {
    const grant = context.openGrant(volunteer.programmeGrant, volunteer.id);
    if (!grant || !standsForPerson(grant)) return null;
    const certificates = (await certificatesByGrant.load(context, grant)).filter(({ revokedAt }) => !revokedAt);
    const types = await Promise.all(
      certificates.map(({ certificateTypeId: id }) => (id ? certificateTypeById.load(context, id) : null)),
    );
    const held = certificates.map(({ stage, organizationId }, index) => ({
      facet: searchFacets.CERTIFICATE,
      label: types[index]?.name ?? stageNames[stage],
      organizationId,
    }));
    return stateHeldFacets(context, grant, held);
  }
}
