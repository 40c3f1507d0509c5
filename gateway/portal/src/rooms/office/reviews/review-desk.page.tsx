import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { definePage, type Page } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { clients } from '../../../data/client.js';
import { Unreachable } from '../../../design/states/unreachable.js';
import { graphql } from '../../../generated/gql.js';
import { ReviewDesk } from './review-desk.js';
import { SubmissionNotice } from './submission-notice.js';

const LinkageReviewsPage = graphql(`
  query LinkageReviewsPage @purpose(is: "none") {
    linkageReviews(first: 10) {
      nodes {
        id
        ...ReviewDesk_review
      }
    }
    officeQueues {
      linkageReviews
    }
    submissionBacklog {
      ...SubmissionNotice_backlog
    }
  }
`);

const desk = definePage({
  document: LinkageReviewsPage,
  title: msg`Eynilik yoxlaması`,
  Component: function LinkageReviews({ answer }) {
    const reviews = sectionOf<typeof answer.data.linkageReviews>(answer, ['linkageReviews']);
    const { submissionBacklog: backlog } = answer.data;
    return (
      <div className="grid gap-6">
        <header className="grid max-w-3xl gap-2">
          <h1>
            <Trans>Eynilik yoxlaması</Trans>
          </h1>
          <p className="text-soft">
            <Trans>
              İki qeyd bir nəfərindirmi? Dəyərlər gizlədilib; hər baxışınız həmin şəxslərin jurnalına yazılır.
            </Trans>
          </p>
        </header>
        {backlog && <SubmissionNotice backlog={backlog} />}
        {reviews.kind === 'down' && <Unreachable member={<Trans>Birliyin ofisi</Trans>} onRetry={answer.reload} />}
        {(reviews.kind === 'data' || reviews.kind === 'empty') && (
          <ReviewDesk
            reviews={reviews.kind === 'data' ? reviews.value.nodes : []}
            waiting={answer.data.officeQueues?.linkageReviews ?? 0}
            isAsking={answer.stale}
            onMore={answer.reload}
          />
        )}
      </div>
    );
  },
});

/** The pairs of records of which nobody knows yet whether they are one person. What was decided since is never shown again. */
export const page: Page = {
  ...desk,
  start: () => {
    void clients.current().query(LinkageReviewsPage, {}, { requestPolicy: 'network-only' }).toPromise();
  },
};
