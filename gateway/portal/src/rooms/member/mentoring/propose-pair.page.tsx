import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { Link } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { officerPage } from '../purpose/officer-page.js';
import { ProposePairForm } from './propose-pair-form.js';

const ProposePairPage = graphql(`
  query ProposePairPage @purpose(is: "mentoring") {
    alumniVolunteers(first: 100) {
      nodes {
        ...ProposePairForm_mentee
      }
    }
    mentors(first: 100) {
      nodes {
        ...ProposePairForm_mentor
      }
    }
  }
`);

/** A coordinator brings two people of the association together, who both have to say yes. */
export const page = officerPage(
  definePage({
    document: ProposePairPage,
    title: msg`Cüt təklif et`,
    Component: function ProposePair({ answer }) {
      const mentees = answer.data.alumniVolunteers?.nodes ?? [];
      const mentors = sectionOf<typeof answer.data.mentors>(answer, ['mentors']);
      return (
        <div className="grid max-w-3xl gap-6">
          <div className="grid gap-1">
            <h1>
              <Trans>Cüt təklif et</Trans>
            </h1>
            <p className="text-soft">
              <Trans>
                Birliyin tələbəsini və mentorunu bir-birinə təklif edirsiniz. Hər ikisi “hə” desə, mentorluq başlayır;
                ona qədər bir-birinin adını görmürlər.
              </Trans>
            </p>
            <p>
              <Link to="/rounds">
                <Trans>Mentorluq raundları</Trans>
              </Link>
            </p>
          </div>
          <PageSection
            title={<Trans>Kim kimə?</Trans>}
            of={mentors.kind === 'data' && mentees.length === 0 ? { kind: 'empty' } : mentors}
            owner={<Trans>Məzunlar platforması</Trans>}
            empty={
              <Empty>
                <Trans>Təşkilatınızda boş yeri olan mentor və ya tələbə yoxdur.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {({ nodes }) => <ProposePairForm mentees={mentees} mentors={nodes} onProposed={answer.reload} />}
          </PageSection>
          <p className="text-sm text-soft">
            <Trans>Siyahıda olan hər kəs ona baxdığınızı öz jurnalında görür.</Trans>
          </p>
        </div>
      );
    },
  }),
);
