import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { ButtonLink, Link } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { SilentMembers } from '../../../design/states/silent-members.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { SourceNote } from '../source/source-note.js';
import { AgreementList } from './agreement-list.js';
import { CooperationNetwork } from './cooperation-network.js';
import { CountryTable } from './country-table.js';
import { ProjectList } from './project-list.js';

const CountryListPage = graphql(`
  query CountryListPage @purpose(is: "none") {
    memberCountries(first: 50) {
      nodes {
        id
        country {
          code
        }
      }
    }
    countries {
      code
      ...CountryTable_country
    }
    agreements(first: 50) {
      nodes {
        id
        countries {
          code
        }
        ...AgreementList_agreement
      }
    }
    jointProjects(first: 50) {
      nodes {
        id
        countries {
          code
        }
        ...ProjectList_project
      }
    }
    volunteeringLaws(first: 20) {
      nodes {
        id
        name
        summary
        organization {
          id
          name
        }
        source {
          ...SourceNote_source
        }
      }
    }
  }
`);

const codesOf = (countries: readonly { readonly code: string }[] | null | undefined) =>
  (countries ?? []).map(({ code }) => code);

/** What countries do together, and how many volunteers and alumni are known of each. */
export const page = definePage({
  document: CountryListPage,
  title: msg`Ölkələr`,
  Component: function CountryList({ answer }) {
    const { memberCountries, agreements, jointProjects } = answer.data;
    const members = codesOf(memberCountries?.nodes.flatMap(({ country }) => country ?? []));
    const shared = {
      owner: <Trans>Beynəlxalq Könüllülük Mərkəzi</Trans>,
      empty: (
        <Empty>
          <Trans>Ölkələr haqqında hələ heç nə bilinmir. Üzv ölkələr və rəqəmlər burada görünəcək.</Trans>
        </Empty>
      ),
      onRetry: answer.reload,
    };
    return (
      <div className="grid gap-10">
        <header className="grid justify-items-start gap-4">
          <h1>
            <Trans>Ölkələr</Trans>
          </h1>
          <div className="flex flex-wrap gap-3">
            <ButtonLink to="/countries/compare">
              <Trans>Ölkələri müqayisə et</Trans>
            </ButtonLink>
            <ButtonLink to="/conferences" variant="secondary">
              <Trans>Konfranslar və sədrlik</Trans>
            </ButtonLink>
          </div>
        </header>
        <SilentMembers answer={answer} />
        <PageSection
          {...shared}
          title={<Trans>Ölkələr bir-biri ilə nə edir</Trans>}
          of={sectionOf<typeof answer.data.memberCountries>(answer, ['memberCountries'])}
        >
          {() => (
            <CooperationNetwork
              members={members}
              agreements={(agreements?.nodes ?? []).map(({ countries }) => codesOf(countries))}
              projects={(jointProjects?.nodes ?? []).map(({ countries }) => codesOf(countries))}
            />
          )}
        </PageSection>
        <PageSection
          {...shared}
          title={<Trans>Sazişlər</Trans>}
          of={sectionOf<typeof answer.data.agreements>(answer, ['agreements'])}
        >
          {({ nodes }) => <AgreementList agreements={nodes} />}
        </PageSection>
        <PageSection
          {...shared}
          title={<Trans>Birgə layihələr</Trans>}
          of={sectionOf<typeof answer.data.jointProjects>(answer, ['jointProjects'])}
        >
          {({ nodes }) => <ProjectList projects={nodes} />}
        </PageSection>
        <PageSection
          {...shared}
          owner={<Trans>Birliyin ofisi</Trans>}
          title={<Trans>Rəqəmlər</Trans>}
          of={sectionOf<typeof answer.data.countries>(answer, ['countries'])}
        >
          {(countries) => <CountryTable countries={countries} members={members} />}
        </PageSection>
        <PageSection
          {...shared}
          owner={<Trans>Könüllü Təşkilatları İttifaqı</Trans>}
          title={<Trans>Könüllülük qanunları</Trans>}
          of={sectionOf<typeof answer.data.volunteeringLaws>(answer, ['volunteeringLaws'])}
        >
          {({ nodes }) => (
            <ul className="grid gap-4">
              {nodes.map(({ id, name, summary, organization, source }) => (
                <li key={id} className="grid gap-1 border-l-4 border-line pl-3">
                  <span className="font-semibold">{name}</span>
                  <span>{summary}</span>
                  {organization && (
                    <span>
                      <Link to={`/members/${organization.id}`}>{organization.name}</Link>
                    </span>
                  )}
                  <SourceNote source={source} />
                </li>
              ))}
            </ul>
          )}
        </PageSection>
      </div>
    );
  },
});
