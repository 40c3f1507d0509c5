import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { Link } from '../../../design/base/link.js';
import { Select } from '../../../design/form/select.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import type { CreativeApplicationStatus } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import { StaffOnly } from '../desk/staff-only.js';
import { PageLinks } from '../paging/page-links.js';
import { applicantStatusTerms } from '../welcome-terms.js';
import { ApplicantTable } from './applicant-table.js';
import { ElectCohort } from './elect-cohort.js';

const CampaignApplicantsPage = graphql(`
  query CampaignApplicantsPage($id: ID!, $status: CreativeApplicationStatus, $after: String)
  @purpose(is: "recruitment") {
    campaign(id: $id) {
      id
      name
      status
      seats
    }
    creativeApplicants(campaignId: $id, status: $status, first: 25, after: $after) {
      nodes {
        ...ApplicantTable_applicant
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const isStatus = (status: string | undefined): status is CreativeApplicationStatus =>
  status !== undefined && Object.hasOwn(applicantStatusTerms, status);

/** Who applied to a campaign, and the election of its cohort. */
export const page = definePage({
  document: CampaignApplicantsPage,
  variables: ({ params, search }) => ({
    id: params['id'] ?? '',
    status: isStatus(search['status']) ? search['status'] : null,
    after: search['after'] ?? null,
  }),
  title: msg`Müraciət edənlər`,
  Component: function Applicants({ answer, params, search }) {
    const { campaign, creativeApplicants } = answer.data;
    // Only who may decide a campaign is given its applicants.
    const isDeciding = campaign?.status !== 'DECIDED' && (creativeApplicants?.nodes.length ?? 0) > 0;
    const id = params['id'] ?? '';
    return (
      <StaffOnly title={<Trans>Müraciət edənlər</Trans>}>
        <div className="grid gap-6">
          <header className="grid justify-items-start gap-3">
            <Link to={`/campaigns/${id}`}>{campaign?.name}</Link>
            <h1>
              <Trans>Müraciət edənlər</Trans>
            </h1>
            {campaign && isDeciding && <ElectCohort campaignId={id} seats={campaign.seats} onElected={answer.reload} />}
          </header>
          <StatusFilter id={id} status={search['status'] ?? ''} />
          <PageSection
            title={<Trans>Siyahı</Trans>}
            of={sectionOf<typeof answer.data.creativeApplicants>(answer, ['creativeApplicants'])}
            owner={<Trans>Yaradıcı Sənayelər Federasiyası</Trans>}
            empty={
              <Empty>
                <Trans>Belə müraciət yoxdur.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {({ nodes, pageInfo }) => (
              <>
                <ApplicantTable applicants={nodes} campaignId={id} isStale={answer.stale} />
                <PageLinks to={`/campaigns/${id}/applicants`} search={search} pageInfo={pageInfo} />
              </>
            )}
          </PageSection>
        </div>
      </StaffOnly>
    );
  },
});

function StatusFilter({ id, status }: { id: string; status: string }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const options = Object.entries(applicantStatusTerms).map(([value, term]) => ({ value, text: i18n._(term) }));
  return (
    <form className="max-w-sm" onSubmit={(event) => event.preventDefault()}>
      <Select
        label={t`Müraciətin vəziyyəti`}
        value={status}
        onChange={(value) =>
          void navigate({ to: `/campaigns/${id}/applicants`, search: value === '' ? {} : { status: value } })
        }
        options={[{ value: '', text: t`Hamısı` }, ...options]}
      />
    </form>
  );
}
