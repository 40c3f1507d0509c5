import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { ButtonLink, Link } from '../../../design/base/link.js';
import { Facts } from '../../../design/base/facts.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { organizationKindTerms } from '../../../language/terms.js';
import { definePage } from '../../../page/page.js';
import { OrganizationKeys } from '../../_shared/organization/organization-keys.js';
import { OrganizationSystems } from '../../_shared/organization/organization-systems.js';
import { officerPage, organizationKey } from '../purpose/officer-page.js';
import { ContactForm } from './contact-form.js';
import { MandateForm } from './mandate-form.js';
import { MandateList } from './mandate-list.js';
import { OfficerForm } from './officer-form.js';
import { OfficerList } from './officer-list.js';
import { TimeZoneForm } from './time-zone-form.js';

const OrganizationPage = graphql(`
  query OrganizationPage($organization: ID!) @purpose(is: "none") {
    organization(id: $organization) {
      id
      name
      kind
      city
      timeZone
      accreditedSince
      ...ContactForm_organization
      ...OrganizationSystems_organization
      ...OrganizationKeys_organization
      officers {
        id
        ...OfficerList_officer
      }
      purposes {
        code
        name
        legalText
      }
    }
    mandates(first: 50) {
      nodes {
        id
        ...MandateList_mandate
      }
    }
    ...MandateForm_choices
  }
`);

/** The officer's own organisation: how it is reached, who acts for it, and for what. */
export const page = officerPage(
  definePage({
    document: OrganizationPage,
    variables: ({ params }) => ({ organization: params[organizationKey] ?? '' }),
    title: msg`Təşkilat`,
    Component: function Organization({ answer, params }) {
      const { i18n } = useLingui();
      const { organization } = answer.data;
      const id = params[organizationKey] ?? '';
      const office = <Trans>Birliyin ofisi</Trans>;
      return (
        <div className="grid gap-8">
          <div className="grid gap-3">
            <h1>{organization?.name ?? <Trans>Təşkilat</Trans>}</h1>
            {organization != null && (
              <Facts
                rows={[
                  [<Trans>Növü</Trans>, organization.kind && i18n._(organizationKindTerms[organization.kind])],
                  [<Trans>Şəhər</Trans>, organization.city],
                  [<Trans>Saat qurşağı</Trans>, organization.timeZone],
                  [
                    <Trans>Akkreditasiya</Trans>,
                    organization.accreditedSince != null && formatMoment(organization.accreditedSince),
                  ],
                ]}
              />
            )}
          </div>
          <div className="flex flex-wrap gap-3">
            <ButtonLink to="/organization/texts" variant="secondary">
              <Trans>Mesajların mətni</Trans>
            </ButtonLink>
            <ButtonLink to="/organization/hand-over" variant="secondary">
              <Trans>Heyətin təhvili</Trans>
            </ButtonLink>
          </div>
          {organization != null && (
            <section className="grid gap-3">
              <h2>
                <Trans>Əlaqə</Trans>
              </h2>
              <ContactForm key={organization.id} organization={organization} />
            </section>
          )}
          {organization != null && (
            <section className="grid gap-3">
              <h2>
                <Trans>Saat qurşağı</Trans>
              </h2>
              <TimeZoneForm organization={id} timeZone={organization.timeZone ?? null} />
            </section>
          )}
          <PageSection
            title={<Trans>Əməkdaşlar</Trans>}
            of={sectionOf<NonNullable<typeof organization>['officers']>(answer, ['organization', 'officers'])}
            owner={office}
            empty={
              <Empty>
                <Trans>Adı ilə təyin edilmiş əməkdaş yoxdur.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {(officers) => <OfficerList officers={officers} />}
          </PageSection>
          <section className="grid gap-3">
            <h2>
              <Trans>Əməkdaş təyin edin</Trans>
            </h2>
            <OfficerForm organization={id} onAppointed={answer.reload} />
          </section>
          {organization != null && (
            <>
              <OrganizationSystems organization={organization} onChanged={answer.reload}>
                <p>
                  <Link to="/log">
                    <Trans>Nəyi, nə vaxt və nə üçün oxuduqları jurnaldadır</Trans>
                  </Link>
                </p>
              </OrganizationSystems>
              <OrganizationKeys organization={organization} onChanged={answer.reload} />
            </>
          )}
          <PageSection
            title={<Trans>Göstərə biləcəyiniz məqsədlər</Trans>}
            of={sectionOf<NonNullable<typeof organization>['purposes']>(answer, ['organization', 'purposes'])}
            owner={office}
            empty={
              <Empty>
                <Trans>Hələ məqsəd yoxdur.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {(purposes) => <Facts rows={purposes.map(({ name, legalText }) => [name, legalText] as const)} />}
          </PageSection>
          <PageSection
            title={<Trans>Səlahiyyətlər</Trans>}
            of={sectionOf<typeof answer.data.mandates>(answer, ['mandates'])}
            owner={office}
            empty={
              <Empty>
                <Trans>Səlahiyyət verilməyib və alınmayıb.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {({ nodes }) => (
              <MandateList
                mandates={nodes}
                organization={id}
                purposes={new Map((organization?.purposes ?? []).map(({ code, name }) => [code, name]))}
              />
            )}
          </PageSection>
          <section className="grid gap-3">
            <h2>
              <Trans>Səlahiyyət verin</Trans>
            </h2>
            <MandateForm organization={id} choices={answer.data} onGiven={answer.reload} />
          </section>
        </div>
      );
    },
  }),
);
