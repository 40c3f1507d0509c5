import { asReferenced, type MemberSchema } from '@birlik/trust/federation';
import { AgreementResolver } from './agreement/agreement.resolver.js';
import { ChairTermHolderResolver } from './chair/chair-term-holder.resolver.js';
import { ChairTermResolver } from './chair/chair-term.resolver.js';
import { ConferenceResolver } from './conference/conference.resolver.js';
import { CooperationResolver } from './cooperation/cooperation.resolver.js';
import { CountryResolver } from './country/country.resolver.js';
import { MemberCountryResolver } from './membership/member-country.resolver.js';
import { JointProjectResolver } from './project/joint-project.resolver.js';
import { CountryReportResolver } from './report/country-report.resolver.js';

export const schema: MemberSchema = {
  resolvers: [
    MemberCountryResolver,
    ChairTermResolver,
    ChairTermHolderResolver,
    ConferenceResolver,
    AgreementResolver,
    JointProjectResolver,
    CountryReportResolver,
    CountryResolver,
    CooperationResolver,
  ],
  references: { Country: asReferenced },
};
