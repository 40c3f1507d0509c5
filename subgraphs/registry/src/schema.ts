import { buildFederatedSchema, type SubgraphSchema } from '@birlik/kernel/federation';
import { AccessLogEntryResolver } from './access-log/access-log-entry.resolver.js';
import { VolunteerAccessLogResolver } from './access-log/volunteer-access-log.resolver.js';
import { AffiliationResolver } from './affiliation/affiliation.resolver.js';
import { VolunteerAffiliationsResolver } from './affiliation/volunteer-affiliations.resolver.js';
import { ConsentResolver } from './consent/consent.resolver.js';
import { VolunteerConsentsResolver } from './consent/volunteer-consents.resolver.js';
import { resolveCountry } from './country/country.reference.js';
import { CountryResolver } from './country/country.resolver.js';
import { GrantResolver } from './grant/grant.resolver.js';
import { LinkageReviewResolver } from './linkage-review/linkage-review.resolver.js';
import {
  LinkageRecordResolver,
  LinkedPersonResolver,
  PersonLinkResolver,
} from './linkage-review/linked-person.resolver.js';
import { resolveOrganization } from './organization/organization.reference.js';
import { OrganizationResolver } from './organization/organization.resolver.js';
import { PurposeResolver } from './purpose/purpose.resolver.js';
import { SourceRecordResolver } from './source-record/source-record.resolver.js';
import { resolveVolunteer } from './volunteer/volunteer.reference.js';
import { ContactResolver } from './volunteer/contact.resolver.js';
import { VolunteerResolver } from './volunteer/volunteer.resolver.js';

export function buildSchema(): SubgraphSchema {
  return buildFederatedSchema({
    resolvers: [
      VolunteerResolver,
      ContactResolver,
      VolunteerAffiliationsResolver,
      VolunteerConsentsResolver,
      VolunteerAccessLogResolver,
      GrantResolver,
      AffiliationResolver,
      ConsentResolver,
      AccessLogEntryResolver,
      OrganizationResolver,
      CountryResolver,
      PurposeResolver,
      SourceRecordResolver,
      LinkageReviewResolver,
      LinkedPersonResolver,
      PersonLinkResolver,
      LinkageRecordResolver,
    ],
    references: { Volunteer: resolveVolunteer, Organization: resolveOrganization, Country: resolveCountry },
  });
}
