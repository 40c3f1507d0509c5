import { asReferenced, type MemberSchema } from '@birlik/trust/federation';
import { CreativeActivityResolver } from './activity/creative-activity.resolver.js';
import { CreativeApplicationResolver } from './application/creative-application.resolver.js';
import { resolveCampaign } from './campaign/campaign.reference.js';
import { CampaignResolver } from './campaign/campaign.resolver.js';
import { CohortResolver } from './cohort/cohort.resolver.js';
import { SelectionCriterionResolver } from './criterion/selection-criterion.resolver.js';
import { DisciplineResolver } from './discipline/discipline.resolver.js';
import { VolunteerResolver } from './volunteer/volunteer.resolver.js';
import { Volunteer } from './volunteer/volunteer.type.js';

export const schema: MemberSchema = {
  resolvers: [
    CampaignResolver,
    DisciplineResolver,
    SelectionCriterionResolver,
    CreativeApplicationResolver,
    CohortResolver,
    CreativeActivityResolver,
    VolunteerResolver,
  ],
  references: { Campaign: resolveCampaign, ListedVolunteer: asReferenced, Volunteer: asReferenced },
  orphanedTypes: [Volunteer],
};
