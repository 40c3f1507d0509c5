import { asReferenced, type MemberSchema } from '@birlik/trust/federation';
import { CertificateResolver } from './certificate/certificate.resolver.js';
import { CertificateTypeResolver } from './certificate-type/certificate-type.resolver.js';
import { HostInstitutionResolver } from './host/host-institution.resolver.js';
import { IntakeResolver } from './intake/intake.resolver.js';
import { Master1CompletionResolver } from './master1/master1-completion.resolver.js';
import { Master1StageResolver } from './master1/master1-stage.resolver.js';
import { Master2AdmissionResolver } from './master2/master2-admission.resolver.js';
import { Master2StageResolver } from './master2/master2-stage.resolver.js';
import { ProgrammeRecordResolver } from './programme/programme-record.resolver.js';
import { SchoolResolver } from './school/school.resolver.js';
import { ServiceCenterResolver } from './service-center/service-center.resolver.js';
import { StageDefinitionResolver } from './stage/stage-definition.resolver.js';
import { TrainingResolver } from './training/training.resolver.js';
import { VolunteerResolver } from './volunteer/volunteer.resolver.js';

export const schema: MemberSchema = {
  resolvers: [
    SchoolResolver,
    StageDefinitionResolver,
    HostInstitutionResolver,
    ServiceCenterResolver,
    IntakeResolver,
    TrainingResolver,
    ProgrammeRecordResolver,
    Master1StageResolver,
    Master1CompletionResolver,
    Master2StageResolver,
    Master2AdmissionResolver,
    CertificateTypeResolver,
    CertificateResolver,
    VolunteerResolver,
  ],
  references: { ListedVolunteer: asReferenced, Volunteer: asReferenced },
};
