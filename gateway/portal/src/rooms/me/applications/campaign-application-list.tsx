import { Trans, useLingui } from '@lingui/react/macro';
import { useAction } from '../../../data/action.js';
import { Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import type { CampaignApplicationList_RecordFragment } from '../../../generated/graphql.js';
import { formatMoment, formatNumber } from '../../../language/format.js';
import { campaignApplicationTerms, campaignApplicationTones, regionTerms } from '../me-terms.js';
import { ApplicationActions } from './application-actions.js';
import { WorkSamples } from './work-samples.js';

const CampaignApplicationListRecord = graphql(`
  fragment CampaignApplicationList_record on CreativeRecord {
    applications {
      id
      appliedAt
      withdrawnAt
      withdrawable
      status
      meanScore
      region
      campaign {
        id
        name
      }
      discipline {
        id
        name
      }
    }
    workSamples {
      id
      applicationId
      ...WorkSamples_sample
    }
  }
`);

const WithdrawCampaignApplication = graphql(`
  mutation WithdrawCampaignApplication($id: ID!) @purpose(is: "none") {
    withdrawCampaignApplication(applicationId: $id) {
      ... on CreativeApplication {
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

const ConfirmOwnCampaignApplication = graphql(`
  mutation ConfirmOwnCampaignApplication($id: ID!) @purpose(is: "none") {
    confirmCampaignApplication(applicationId: $id, confirm: true) {
      ... on CreativeApplication {
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

interface CampaignApplicationListProps {
  readonly record: FragmentType<typeof CampaignApplicationListRecord>;
  /** Whether the person decides for themself. */
  readonly isOfAge: boolean;
  readonly onChanged: () => void;
}

/** The person’s applications to campaigns, with the files that show their work, and what they can do with each. */
export function CampaignApplicationList({ record, ...props }: CampaignApplicationListProps) {
  const { applications, workSamples } = readFragment(CampaignApplicationListRecord, record);
  return (
    <ul className="grid gap-3">
      {applications.map((application) => (
        <CampaignApplication
          key={application.id}
          application={application}
          samples={workSamples.filter(({ applicationId }) => applicationId === application.id)}
          {...props}
        />
      ))}
    </ul>
  );
}

interface CampaignApplicationProps extends Omit<CampaignApplicationListProps, 'record'> {
  readonly application: CampaignApplicationList_RecordFragment['applications'][number];
  readonly samples: CampaignApplicationList_RecordFragment['workSamples'];
}

function CampaignApplication({ application, samples, isOfAge, onChanged }: CampaignApplicationProps) {
  const { i18n, t } = useLingui();
  const [withdraw, withdrawal] = useAction(WithdrawCampaignApplication);
  const [confirm, confirmation] = useAction(ConfirmOwnCampaignApplication);
  const { id, appliedAt, withdrawnAt, status, meanScore, region, campaign, discipline } = application;
  const score = meanScore == null ? '' : formatNumber(meanScore, { maximumFractionDigits: 1 });
  const withdrawn = withdrawnAt == null ? '' : formatMoment(withdrawnAt);
  const about = [discipline?.name, region && i18n._(regionTerms[region]), formatMoment(appliedAt)];
  const told = async (done: Promise<object | null>) => {
    const isDone = (await done) !== null;
    if (isDone) onChanged();
    return isDone;
  };
  return (
    <li className="grid gap-2 rounded-xl border border-line bg-raised p-4">
      <h3 className="flex flex-wrap items-center gap-2">
        {campaign == null ? (
          <Trans>Geri götürülmüş kampaniya</Trans>
        ) : (
          <Link to={`/campaigns/${encodeURIComponent(campaign.id)}`}>{campaign.name}</Link>
        )}
        <Tag tone={campaignApplicationTones[status]}>{i18n._(campaignApplicationTerms[status])}</Tag>
      </h3>
      <p className="text-soft">{about.filter(Boolean).join(' · ')}</p>
      {withdrawnAt != null && (
        <p className="text-soft">
          <Trans>Geri götürüldü: {withdrawn}</Trans>
        </p>
      )}
      {meanScore != null && (
        <p>
          <Trans>Komissiyanın orta balı: {score}</Trans>
        </p>
      )}
      {(application.withdrawable || samples.length > 0) && (
        <WorkSamples applicationId={id} samples={samples} isOpen={application.withdrawable} onChanged={onChanged} />
      )}
      <ApplicationActions
        title={campaign?.name ?? t`Geri götürülmüş kampaniya`}
        isOwnYesAwaited={isOfAge && status === 'AWAITING_GUARDIAN'}
        isWithdrawable={application.withdrawable}
        {...(samples.length > 0 && { loss: <Trans>Müraciətə qoşduğunuz iş nümunələri silinəcək.</Trans> })}
        state={withdrawal.problem === null && !withdrawal.running ? confirmation : withdrawal}
        onConfirm={() => void told(confirm({ id }))}
        onWithdraw={() => told(withdraw({ id }))}
      />
    </li>
  );
}
