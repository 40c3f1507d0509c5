import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { Cards } from '../../../design/base/card.js';
import { Facts } from '../../../design/base/facts.js';
import { ButtonLink, Link } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { LoneState } from '../../../design/states/lone-state.js';
import { Unreachable } from '../../../design/states/unreachable.js';
import { graphql } from '../../../generated/gql.js';
import { organizationKindTerms } from '../../../language/terms.js';
import { OpportunityCard } from '../opportunities/opportunity-card.js';
import { placeText } from '../opportunities/place-text.js';
import { SourceNote } from '../source/source-note.js';
import { StudentFigures } from './student-figures.js';
import { WayOn } from './way-on.js';

const MemberPage = graphql(`
  query MemberPage($id: ID!) @purpose(is: "none") {
    organization(id: $id) {
      id
      name
      kind
      city
      website
      contactEmail
      accredited
      country {
        code
      }
      purposes {
        code
        name
      }
      source {
        ...SourceNote_source
      }
      studentSummary {
        ...StudentFigures_summary
      }
    }
    faculties(organizationId: $id, first: 50) {
      nodes {
        id
        name
      }
    }
    opportunities(organizationId: $id, first: 3, open: true) {
      nodes {
        id
        ...OpportunityCard_opportunity
      }
    }
  }
`);

/** One organisation: its facts, where they are stated, and what it brings. */
export const page = definePage({
  document: MemberPage,
  variables: ({ params }) => ({ id: params['id'] ?? '' }),
  title: msg`Üzv`,
  Component: function Member({ answer }) {
    const { t, i18n } = useLingui();
    const section = sectionOf<typeof answer.data.organization>(answer, ['organization']);
    if (section.kind === 'down') {
      return (
        <LoneState title={<Trans>Üzv</Trans>}>
          <Unreachable member={<Trans>Birliyin ofisi</Trans>} onRetry={answer.reload} />
        </LoneState>
      );
    }
    if (section.kind !== 'data') {
      return (
        <LoneState title={<Trans>Üzv</Trans>}>
          <Empty
            action={
              <ButtonLink to="/members">
                <Trans>Bütün üzvlər</Trans>
              </ButtonLink>
            }
          >
            <Trans>Belə təşkilat yoxdur.</Trans>
          </Empty>
        </LoneState>
      );
    }
    const { id, name, kind, city, website, contactEmail, accredited, country, purposes, ...member } = section.value;
    const faculties = answer.data.faculties?.nodes ?? [];
    const opportunities = answer.data.opportunities?.nodes ?? [];
    return (
      <article className="grid gap-8">
        <header className="grid max-w-2xl gap-2">
          <Link to="/members">
            <Trans>Bütün üzvlər</Trans>
          </Link>
          <h1>{name}</h1>
          <p className="text-lg text-soft">{kind && i18n._(organizationKindTerms[kind])}</p>
        </header>
        <div className="grid gap-2">
          <Facts
            rows={[
              [t`Yer`, placeText(city, country?.code)],
              [t`Sayt`, website && <a href={website}>{website}</a>],
              [t`E-poçt`, contactEmail && <a href={`mailto:${contactEmail}`}>{contactEmail}</a>],
              [t`Akkreditasiya`, accredited === null ? null : accredited ? t`var` : t`yoxdur`],
              [t`Məlumatı nə üçün istəyə bilər`, purposes?.map((purpose) => purpose.name).join(' · ')],
            ]}
          />
          <SourceNote source={member.source} />
        </div>
        {kind && <WayOn kind={kind} />}
        {kind === 'UNIVERSITY' && <StudentFigures summary={member.studentSummary ?? null} />}
        {faculties.length > 0 && (
          <section className="grid gap-3">
            <h2>
              <Trans>Fakültələr</Trans>
            </h2>
            <ul className="grid list-disc gap-1 pl-5 sm:columns-2">
              {faculties.map((faculty) => (
                <li key={faculty.id}>{faculty.name}</li>
              ))}
            </ul>
          </section>
        )}
        {opportunities.length > 0 && (
          <section className="grid gap-3">
            <h2>
              <Trans>Elanları</Trans>
            </h2>
            <Cards>
              {opportunities.map((opportunity) => (
                <OpportunityCard key={opportunity.id} opportunity={opportunity} />
              ))}
            </Cards>
            <p>
              <Link to="/opportunities" search={{ organization: id }}>
                <Trans>Təşkilatın bütün elanları</Trans>
              </Link>
            </p>
          </section>
        )}
      </article>
    );
  },
});
