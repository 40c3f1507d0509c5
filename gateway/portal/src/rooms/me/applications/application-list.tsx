import { Trans, useLingui } from '@lingui/react/macro';
import { useAction } from '../../../data/action.js';
import { Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import type { ApplicationList_ApplicationFragment } from '../../../generated/graphql.js';
import { formatMoment } from '../../../language/format.js';
import { applicationTerms, applicationTones } from '../me-terms.js';
import { ApplicationActions } from './application-actions.js';

const ApplicationListApplication = graphql(`
  fragment ApplicationList_application on OpportunityApplication {
    id
    status
    appliedAt
    decidedAt
    withdrawnAt
    withdrawable
    reason
    opportunity {
      id
      title
      city
      organization {
        id
        name
      }
    }
  }
`);

const WithdrawOpportunityApplication = graphql(`
  mutation WithdrawOpportunityApplication($id: ID!) @purpose(is: "none") {
    withdrawOpportunityApplication(applicationId: $id) {
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

const ConfirmOwnApplication = graphql(`
  mutation ConfirmOwnApplication($id: ID!) @purpose(is: "none") {
    confirmOpportunityApplication(applicationId: $id, confirm: true) {
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

interface ApplicationListProps {
  readonly applications: readonly FragmentType<typeof ApplicationListApplication>[];
  /** Whether the person decides for themself. */
  readonly isOfAge: boolean;
  readonly onChanged: () => void;
}

/** What the person applied to, where each application stands, and what they can do with it. */
export function ApplicationList({ applications, ...props }: ApplicationListProps) {
  return (
    <ul className="grid gap-3">
      {readFragment(ApplicationListApplication, applications).map((application) => (
        <ApplicationItem key={application.id} application={application} {...props} />
      ))}
    </ul>
  );
}

interface ApplicationItemProps extends Omit<ApplicationListProps, 'applications'> {
  readonly application: ApplicationList_ApplicationFragment;
}

function ApplicationItem({ application, isOfAge, onChanged }: ApplicationItemProps) {
  const { i18n, t } = useLingui();
  const [withdraw, withdrawal] = useAction(WithdrawOpportunityApplication);
  const [confirm, confirmation] = useAction(ConfirmOwnApplication);
  const { id, status, opportunity, reason } = application;
  const told = async (done: Promise<object | null>) => {
    const isDone = (await done) !== null;
    if (isDone) onChanged();
    return isDone;
  };
  return (
    <li className="grid gap-1 rounded-xl border border-line bg-raised p-4">
      <h3 className="flex flex-wrap items-center gap-2">
        {opportunity == null ? (
          <Trans>Elan artıq yayımlanmır</Trans>
        ) : (
          <Link to={`/opportunities/${encodeURIComponent(opportunity.id)}`}>{opportunity.title}</Link>
        )}
        <Tag tone={applicationTones[status]}>{i18n._(applicationTerms[status])}</Tag>
      </h3>
      <p>{[opportunity?.organization?.name, opportunity?.city].filter(Boolean).join(' · ')}</p>
      <Dates application={application} />
      {reason != null && <p>“{reason}”</p>}
      <ApplicationActions
        title={opportunity?.title ?? t`Elan artıq yayımlanmır`}
        isOwnYesAwaited={isOfAge && status === 'AWAITING_GUARDIAN'}
        isWithdrawable={application.withdrawable}
        {...(status === 'ACCEPTED' && {
          loss: <Trans>Yeriniz başqasına verilə bilər. Yenidən müraciət etsəniz, cavabı yenə gözləyəcəksiniz.</Trans>,
        })}
        state={withdrawal.problem === null && !withdrawal.running ? confirmation : withdrawal}
        onConfirm={() => void told(confirm({ id }))}
        onWithdraw={() => told(withdraw({ id }))}
      />
    </li>
  );
}

function Dates({ application }: Pick<ApplicationItemProps, 'application'>) {
  const { appliedAt, decidedAt, withdrawnAt } = application;
  const applied = formatMoment(appliedAt);
  const decided = decidedAt == null ? '' : formatMoment(decidedAt);
  const withdrawn = withdrawnAt == null ? '' : formatMoment(withdrawnAt);
  return (
    <p className="text-soft">
      {decidedAt == null ? (
        <Trans>Müraciət etdiniz: {applied}</Trans>
      ) : (
        <Trans>
          Müraciət etdiniz: {applied}, cavab: {decided}
        </Trans>
      )}
      {withdrawnAt != null && (
        <>
          {', '}
          <Trans>geri götürüldü: {withdrawn}</Trans>
        </>
      )}
    </p>
  );
}
