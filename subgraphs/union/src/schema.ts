import { asReferenced, type MemberSchema } from '@birlik/trust/federation';
import { messageResolvers } from '@birlik/trust/message';
import { messageTemplateResolver } from '@birlik/trust/message-template';
import { VolunteerAgreementResolver } from './agreement/volunteer-agreement.resolver.js';
import { VolunteeringLawResolver } from './agreement/volunteering-law.resolver.js';
import { applicationTexts } from './application/application-text.rule.js';
import { OpportunityApplicationResolver } from './application/opportunity-application.resolver.js';
import { CountryResolver } from './country/country.resolver.js';
import { resolveOpportunity } from './opportunity/opportunity.reference.js';
import { OpportunityResolver } from './opportunity/opportunity.resolver.js';
import { PortalResolver } from './portal/portal.resolver.js';
import { ServiceEntryResolver } from './service/service-entry.resolver.js';
import { ServiceRecordResolver } from './service/service-record.resolver.js';
import { personalData } from './personal-data.js';
import { VolunteerResolver } from './volunteer/volunteer.resolver.js';
import { Volunteer } from './volunteer/volunteer.type.js';

export const schema: MemberSchema = {
  resolvers: [
    PortalResolver,
    VolunteeringLawResolver,
    OpportunityResolver,
    OpportunityApplicationResolver,
    ServiceRecordResolver,
    ServiceEntryResolver,
    VolunteerAgreementResolver,
    CountryResolver,
    VolunteerResolver,
    ...messageResolvers(personalData, () => Volunteer),
    messageTemplateResolver('union', applicationTexts),
  ],
  references: {
    Country: asReferenced,
    ListedVolunteer: asReferenced,
    Opportunity: resolveOpportunity,
    Volunteer: asReferenced,
  },
  orphanedTypes: [Volunteer],
};
