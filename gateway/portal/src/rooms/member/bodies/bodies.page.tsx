import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { Link } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { BodyMeetingList } from '../../_shared/bodies/meeting-list.js';
import { governanceTerms } from '../../_shared/bodies/body-terms.js';
import { organizationKey, officerPage } from '../purpose/officer-page.js';

const BodiesPage = graphql(`
  query BodiesPage @purpose(is: "none") {
    governanceBodies(first: 20) {
      nodes {
        id
        name
        function
        organization {
          id
        }
      }
    }
    governanceMeetings(first: 20) {
      nodes {
        id
        ...BodyMeetingList_meeting
      }
    }
  }
`);

/** The bodies of the officer's organisation, and their meetings. */
export const page = officerPage(
  definePage({
    document: BodiesPage,
    title: msg`İdarəetmə orqanları`,
    Component: function Bodies({ answer, params }) {
      const { i18n } = useLingui();
      const bodies = sectionOf<typeof answer.data.governanceBodies>(answer, ['governanceBodies']);
      const own =
        bodies.kind === 'data'
          ? bodies.value.nodes.filter(({ organization }) => organization?.id === params[organizationKey])
          : [];
      return (
        <div className="grid max-w-3xl gap-8">
          <h1>
            <Trans>İdarəetmə orqanları</Trans>
          </h1>
          <PageSection
            title={<Trans>Orqanlar</Trans>}
            of={bodies.kind === 'data' && own.length === 0 ? { kind: 'empty' } : bodies}
            owner={<Trans>Məzunlar platforması</Trans>}
            empty={
              <Empty>
                <Trans>Təşkilatınızın burada orqanı yoxdur.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {() => (
              <ul className="grid gap-3 sm:grid-cols-2">
                {own.map((body) => (
                  <li key={body.id} className="grid gap-1 rounded-xl border border-line bg-raised p-4">
                    <h3>
                      <Link to={`/bodies/${body.id}`}>{body.name}</Link>
                    </h3>
                    <p className="text-soft">{i18n._(governanceTerms[body.function])}</p>
                  </li>
                ))}
              </ul>
            )}
          </PageSection>
          <PageSection
            title={<Trans>İclaslar</Trans>}
            of={sectionOf<typeof answer.data.governanceMeetings>(answer, ['governanceMeetings'])}
            owner={<Trans>Məzunlar platforması</Trans>}
            empty={
              <Empty>
                <Trans>Hələ iclas yoxdur.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {({ nodes }) => <BodyMeetingList meetings={nodes} under="/bodies/meetings" />}
          </PageSection>
        </div>
      );
    },
  }),
);
