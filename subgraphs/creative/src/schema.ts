import { asReferenced, type MemberSchema } from '@birlik/trust/federation';
import { guardianTexts } from '@birlik/trust/guardian-message';
import { messageResolvers } from '@birlik/trust/message';
import { messageTemplateResolver } from '@birlik/trust/message-template';
import { CreativeActivityResolver } from './activity/creative-activity.resolver.js';
import { CreativeApplicationResolver } from './application/creative-application.resolver.js';
import { CreativeRecordResolver } from './application/creative-record.resolver.js';
import { resolveCampaign } from './campaign/campaign.reference.js';
import { CampaignReportResolver } from './campaign/campaign-report.resolver.js';
import { CampaignResolver } from './campaign/campaign.resolver.js';
import { CohortResolver } from './cohort/cohort.resolver.js';
import { ConventionReportSectionResolver } from './convention/convention-report-section.resolver.js';
import { ConventionReportResolver } from './convention/convention-report.resolver.js';
import { SelectionCriterionResolver } from './criterion/selection-criterion.resolver.js';
import { DisciplineResolver } from './discipline/discipline.resolver.js';
import { personalData } from './personal-data.js';
import { VolunteerResolver } from './volunteer/volunteer.resolver.js';
import { Volunteer } from './volunteer/volunteer.type.js';
import { WorkSampleResolver } from './work-sample/work-sample.resolver.js';

export const schema: MemberSchema = {
  resolvers: [
    CampaignResolver,
    CampaignReportResolver,
    ConventionReportResolver,
    ConventionReportSectionResolver,
    DisciplineResolver,
    SelectionCriterionResolver,
    CreativeApplicationResolver,
    CreativeRecordResolver,
    WorkSampleResolver,
    CohortResolver,
    CreativeActivityResolver,
    VolunteerResolver,
    ...messageResolvers(personalData, () => Volunteer),
    messageTemplateResolver('creative', guardianTexts),
  ],
  references: { Campaign: resolveCampaign, ListedVolunteer: asReferenced, Volunteer: asReferenced },
  orphanedTypes: [Volunteer],
};
