import { Trans, useLingui } from '@lingui/react/macro';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Link } from '../../../design/base/link.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { Notice, type Tone } from '../../../design/states/notice.js';
import { Unreachable } from '../../../design/states/unreachable.js';
import type { OpportunityApplicationStatus } from '../../../generated/codes.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { useViewer } from '../../../viewer/viewer.js';
import { ComeInToApply } from '../come-in-to-apply.js';
import { applicationStatusTerms } from '../welcome-terms.js';

const ApplyToOpportunity_application = graphql(`
  fragment ApplyToOpportunity_application on OpportunityApplication {
    id
    status
    appliedAt
    decidedAt
    reason
  }
`);

const ApplyToOpportunityAction = graphql(`
  mutation ApplyToOpportunity($input: ApplyToOpportunityInput!) @purpose(is: "none") {
    applyToOpportunity(input: $input) {
      ... on OpportunityApplication {
        id
        status
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface ApplyToOpportunityProps {
  readonly opportunityId: string;
  readonly isOver: boolean;
  /** The newest application of the person who looks; null when they have none. */
  readonly application: FragmentType<typeof ApplyToOpportunity_application> | null;
  readonly onApplied: () => void;
}

/** The way to take part, for whoever looks: to sign in, to apply, or what came of it. */
export function ApplyToOpportunity({ opportunityId, isOver, application, onApplied }: ApplyToOpportunityProps) {
  const viewer = useViewer();
  const [apply, state] = useAction(ApplyToOpportunityAction);
  const applied = readFragment(ApplyToOpportunity_application, application);
  if (applied !== null && applied.status !== 'WITHDRAWN') return <Applied application={applied} />;
  if (isOver) return <Notice tone="neutral" title={<Trans>Bu elana müraciət vaxtı bitib.</Trans>} />;
  switch (viewer.kind) {
    case 'unknown':
      return null;
    case 'unheard':
      return <Unreachable member={<Trans>Birliyin ofisi</Trans>} onRetry={viewer.retry} />;
    case 'anybody':
    case 'newcomer':
      return <ComeInToApply kind={viewer.kind} />;
    case 'staff':
      return (
        <p className="text-soft">
          <Trans>Könüllülər öz adından müraciət edir. Siz təşkilat adından daxil olmusunuz.</Trans>
        </p>
      );
    case 'person': {
      const send = async () => {
        const done = await apply({ input: { opportunityId } });
        if (done !== null) onApplied();
      };
      return (
        <div className="grid justify-items-start gap-3">
          <ProblemSummary state={state} />
          <Button isPending={state.running} onPress={() => void send()}>
            <Trans>Müraciət et</Trans>
          </Button>
        </div>
      );
    }
  }
}

const tones: Readonly<Record<OpportunityApplicationStatus, Tone>> = {
  SUBMITTED: 'info',
  AWAITING_GUARDIAN: 'warning',
  ACCEPTED: 'success',
  DECLINED: 'neutral',
  WITHDRAWN: 'neutral',
};

interface AppliedProps {
  readonly application: {
    readonly status: OpportunityApplicationStatus;
    readonly appliedAt: string;
    readonly decidedAt?: string | null;
    readonly reason?: string | null;
  };
}

function Applied({ application }: AppliedProps) {
  const { i18n } = useLingui();
  const { status, appliedAt, decidedAt, reason } = application;
  const applied = formatMoment(appliedAt);
  return (
    <Notice role="status" tone={tones[status]} title={i18n._(applicationStatusTerms[status])}>
      <p>
        <Trans>Müraciət günü: {applied}</Trans>
      </p>
      {decidedAt != null && <Answered day={formatMoment(decidedAt)} />}
      {reason != null && <blockquote className="border-l-2 border-line-strong pl-3">{reason}</blockquote>}
      <Link to="/me/applications">
        <Trans>Müraciətlərim</Trans>
      </Link>
    </Notice>
  );
}

function Answered({ day }: { day: string }) {
  return (
    <p>
      <Trans>Cavab günü: {day}</Trans>
    </p>
  );
}
