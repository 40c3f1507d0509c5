import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { Card } from '../../../design/base/card.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { CaseOutline } from '../../_shared/cases/case-outline.js';
import { CaseActions } from './case-actions.js';
import { RaiseCase } from './raise-case.js';

const CasesPage = graphql(`
  query OwnCasesPage @purpose(is: "none") {
    mySupportCases(first: 20) {
      nodes {
        id
        ...CaseOutline_case
        ...CaseActions_case
        organization {
          id
          name
        }
      }
    }
    countries {
      code
    }
  }
`);

/** What troubles the person abroad, and what is done about it. */
export const page = definePage({
  document: CasesPage,
  title: msg`Mənim problemlərim`,
  Component: function Cases({ answer }) {
    return (
      <div className="grid max-w-3xl gap-8">
        <div className="grid gap-2">
          <h1>
            <Trans>Mənim problemlərim</Trans>
          </h1>
          <p className="text-soft">
            <Trans>
              Xaricdə problem yaşayırsınızsa, birliyinizə yazın. O, bir gün ərzində baxmalıdır; razılığınız olmadan
              müraciətiniz heç kimə göndərilmir.
            </Trans>
          </p>
        </div>
        <PageSection
          title={<Trans>Bildirdiyim problemlər</Trans>}
          of={sectionOf<typeof answer.data.mySupportCases>(answer, ['mySupportCases'])}
          owner={<Trans>Məzunlar platforması</Trans>}
          empty={
            <Empty>
              <Trans>Hələ müraciətiniz yoxdur.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {({ nodes }) => (
            <ul className="grid gap-4">
              {nodes.map((one) => (
                <li key={one.id}>
                  <Card>
                    <CaseOutline of={one} />
                    {one.organization != null && <p className="text-soft">{one.organization.name}</p>}
                    <CaseActions of={one} onChanged={answer.reload} />
                  </Card>
                </li>
              ))}
            </ul>
          )}
        </PageSection>
        <section className="grid gap-3">
          <h2>
            <Trans>Yeni müraciət</Trans>
          </h2>
          <RaiseCase codes={(answer.data.countries ?? []).map(({ code }) => code)} onRaised={answer.reload} />
        </section>
      </div>
    );
  },
});
