import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Fragment } from 'react';
import { sectionOf } from '../../../data/answer.js';
import { ButtonLink } from '../../../design/base/link.js';
import { Failed } from '../../../design/states/failed.js';
import { Notice } from '../../../design/states/notice.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { organizationKey, purposePage } from '../purpose/officer-page.js';
import { PersonAbroad, PersonCreative } from './person-abroad.js';
import { PersonContact } from './person-contact.js';
import { PersonMemberships } from './person-memberships.js';
import { PersonNeeds } from './person-needs.js';
import { PersonCertificates, PersonProgramme } from './person-programme.js';
import { PersonSection } from './person-section.js';
import { PersonService } from './person-service.js';
import { PersonStudy } from './person-study.js';

const PersonPage = graphql(`
  query PersonPage($id: ID!, $needs: Boolean!) @purpose(is: "stated") {
    volunteer(id: $id) {
      id
      name
      contact {
        ...PersonContact_contact
      }
      affiliations {
        ...PersonMemberships_affiliation
      }
      accessNeeds @include(if: $needs) {
        ...PersonNeeds_needs
      }
      enrolments {
        ...PersonStudy_enrolment
      }
      programmeRecord {
        ...PersonProgramme_record
      }
      certificates {
        ...PersonCertificates_certificate
      }
      serviceRecord {
        ...PersonService_record
      }
      alumniProfile {
        ...PersonAbroad_profile
      }
      creativeRecord {
        ...PersonCreative_record
      }
      withheld {
        category
        owner
        reason
      }
    }
  }
`);

const heading = msg`Şəxsin səhifəsi`;

/** What all members hold on one person, as far as it is shared for the purpose of the visit. */
export const page = purposePage(
  definePage({
    document: PersonPage,
    // What somebody needs to take part is asked for by who needs to know, and not along with the rest.
    variables: ({ params, search }) => ({ id: params['id'] ?? '', needs: search['needs'] === '1' }),
    title: heading,
    Component: function Person({ answer, params, search }) {
      const found = sectionOf<typeof answer.data.volunteer>(answer, ['volunteer']);
      if (found.kind === 'down')
        return <Failed error={found.error} requestId={answer.requestId} onRetry={answer.reload} />;
      if (found.kind !== 'data')
        return <Notice tone="neutral" title={<Trans>Belə şəxs yoxdur, ya da artıq görünmür.</Trans>} />;
      const { id, name, ...parts } = found.value;
      const own = params[organizationKey] ?? '';
      return (
        <div className="grid gap-8">
          <h1>{name ?? <Trans>Adını açmayıb</Trans>}</h1>
          <div className="grid items-start gap-8 lg:grid-cols-2">
            <div className="grid gap-8">
              <PersonSection<typeof parts.contact>
                answer={answer}
                field="contact"
                category="CONTACT"
                title={<Trans>Əlaqə</Trans>}
              >
                {(contact) => <PersonContact contact={contact} />}
              </PersonSection>
              <PersonSection<typeof parts.affiliations>
                answer={answer}
                field="affiliations"
                category="CONTACT"
                title={<Trans>Üzvlük</Trans>}
              >
                {(memberships) => (
                  <PersonMemberships memberships={memberships} organization={params[organizationKey] ?? ''} />
                )}
              </PersonSection>
              {search['needs'] === '1' ? (
                <PersonSection<typeof parts.accessNeeds>
                  answer={answer}
                  field="accessNeeds"
                  category="ACCESS_NEEDS"
                  title={<Trans>Xüsusi ehtiyaclar</Trans>}
                >
                  {(needs) => <PersonNeeds needs={needs} />}
                </PersonSection>
              ) : (
                <div>
                  <ButtonLink to="/people/$id" params={{ id }} search={{ needs: '1' }} variant="secondary">
                    <Trans>İştirak üçün nə lazımdır?</Trans>
                  </ButtonLink>
                </div>
              )}
            </div>
            <div className="grid gap-8">
              <PersonSection<typeof parts.enrolments>
                answer={answer}
                field="enrolments"
                category="STUDY"
                title={<Trans>Təhsil</Trans>}
              >
                {(enrolments) => <PersonStudy enrolments={enrolments} person={id} organization={own} />}
              </PersonSection>
              <PersonSection<typeof parts.programmeRecord>
                answer={answer}
                field="programmeRecord"
                category="PROGRAMME"
                title={<Trans>Könüllü proqramı</Trans>}
              >
                {(record) => (
                  <Fragment>
                    <PersonProgramme record={record} person={id} organization={own} onChanged={answer.reload} />
                    {parts.certificates != null && <PersonCertificates certificates={parts.certificates} />}
                  </Fragment>
                )}
              </PersonSection>
              <PersonSection<typeof parts.serviceRecord>
                answer={answer}
                field="serviceRecord"
                category="SERVICE"
                title={<Trans>Könüllü xidmət</Trans>}
              >
                {(record) => <PersonService record={record} />}
              </PersonSection>
              <PersonSection<typeof parts.alumniProfile>
                answer={answer}
                field="alumniProfile"
                category="ALUMNI"
                title={<Trans>Xaricdə təhsil</Trans>}
              >
                {(profile) => <PersonAbroad profile={profile} />}
              </PersonSection>
              <PersonSection<typeof parts.creativeRecord>
                answer={answer}
                field="creativeRecord"
                category="CREATIVE"
                title={<Trans>Yaradıcılıq</Trans>}
              >
                {(record) => <PersonCreative record={record} />}
              </PersonSection>
            </div>
          </div>
        </div>
      );
    },
  }),
  heading,
  Fragment,
);
