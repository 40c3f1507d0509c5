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
import { ConferenceReportResolver } from './speech/conference-report.resolver.js';
import { ConferenceSpeakerResolver } from './speech/conference-speaker.resolver.js';
import { ConferenceSpeechResolver } from './speech/conference-speech.resolver.js';
import { ConferenceStatementResolver } from './speech/conference-statement.resolver.js';

export const schema: MemberSchema = {
  resolvers: [
    MemberCountryResolver,
    ChairTermResolver,
    ChairTermHolderResolver,
    ConferenceResolver,
    ConferenceSpeechResolver,
    ConferenceSpeakerResolver,
    ConferenceStatementResolver,
    ConferenceReportResolver,
    AgreementResolver,
    JointProjectResolver,
    CountryReportResolver,
    CountryResolver,
    CooperationResolver,
  ],
  references: { Country: asReferenced },
};
