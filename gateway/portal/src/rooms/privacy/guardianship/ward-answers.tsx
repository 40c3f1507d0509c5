import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { type ActionState, useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Card } from '../../../design/base/card.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import type { GuardianReason } from '../../../generated/codes.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay, formatMoment } from '../../../language/format.js';

const WardWaiting = graphql(`
  fragment WardWaiting on Volunteer {
    accountConfirmation {
      answer
      askedAt
    }
    waitingApplications: applications(awaitingGuardian: true) {
      id
      appliedAt
      opportunity {
        id
        title
        city
        startsOn
        organization {
          id
          name
        }
      }
    }
    creativeRecord {
      waitingApplications: applications(awaitingGuardian: true) {
        id
        appliedAt
        campaign {
          id
          name
        }
      }
    }
  }
`);

const ConfirmWardAccount = graphql(`
  mutation ConfirmWardAccount($ward: ID!, $confirm: Boolean!) @purpose(is: "none") {
    confirmAccount(onBehalfOf: $ward, confirm: $confirm) {
      ... on AccountConfirmation {
        answer
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const ConfirmWardApplication = graphql(`
  mutation ConfirmWardApplication($id: ID!, $ward: ID!, $confirm: Boolean!, $reason: GuardianReason)
  @purpose(is: "none") {
    confirmOpportunityApplication(applicationId: $id, onBehalfOf: $ward, confirm: $confirm, reason: $reason) {
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

const ConfirmWardCampaign = graphql(`
  mutation ConfirmWardCampaign($id: ID!, $ward: ID!, $confirm: Boolean!, $reason: GuardianReason) @purpose(is: "none") {
    confirmCampaignApplication(applicationId: $id, onBehalfOf: $ward, confirm: $confirm, reason: $reason) {
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

interface WardAnswersProps {
  readonly ward: string;
  readonly waiting: FragmentType<typeof WardWaiting>;
  readonly onChanged: () => void;
}

/** What of a minor waits for a guardian’s yes beside permissions: the account, what they applied to, and campaigns. */
export function WardAnswers({ ward, waiting, onChanged }: WardAnswersProps) {
  const { t } = useLingui();
  const { accountConfirmation: account, waitingApplications, creativeRecord } = readFragment(WardWaiting, waiting);
  const [confirmAccount, accountState] = useAction(ConfirmWardAccount);
  const [confirmApplication, applicationState] = useAction(ConfirmWardApplication);
  const [confirmCampaign, campaignState] = useAction(ConfirmWardCampaign);
  const told = async (done: Promise<object | null>) => {
    if ((await done) !== null) onChanged();
  };
  return (
    <>
      {account?.answer === 'AWAITED' && (
        <Waiting
          title={<Trans>Birlikdə səhifəsi</Trans>}
          about={[t`Hesab`, formatMoment(account.askedAt)].join(' · ')}
          state={accountState}
          isReasonAsked={false}
          onAnswer={(confirm) => void told(confirmAccount({ ward, confirm }))}
        />
      )}
      {waitingApplications?.map(({ id, opportunity }) => (
        <Waiting
          key={id}
          title={opportunity?.title}
          about={[
            t`Elana müraciət`,
            opportunity?.organization?.name,
            opportunity?.city,
            opportunity && formatDay(opportunity.startsOn),
          ]
            .filter(Boolean)
            .join(' · ')}
          state={applicationState}
          isReasonAsked
          onAnswer={(confirm, reason) => void told(confirmApplication({ id, ward, confirm, reason }))}
        />
      ))}
      {creativeRecord?.waitingApplications.map(({ id, campaign, appliedAt }) => (
        <Waiting
          key={id}
          title={campaign?.name}
          about={[t`Kampaniyaya müraciət`, formatMoment(appliedAt)].join(' · ')}
          state={campaignState}
          isReasonAsked
          onAnswer={(confirm, reason) => void told(confirmCampaign({ id, ward, confirm, reason }))}
        />
      ))}
    </>
  );
}

interface WaitingProps {
  readonly title: ReactNode;
  readonly about: ReactNode;
  readonly state: ActionState;
  /** Whether a no has to say why. */
  readonly isReasonAsked: boolean;
  readonly onAnswer: (confirm: boolean, reason?: GuardianReason) => void;
}

function Waiting({ title, about, state, isReasonAsked, onAnswer }: WaitingProps) {
  const { t } = useLingui();
  const [isRefusing, setRefusing] = useState(false);
  const [reason, setReason] = useState<GuardianReason>('DUTIES');
  return (
    <Card>
      <h5 className="font-semibold">{title}</h5>
      <p className="text-soft">{about}</p>
      <ProblemSummary state={state} />
      {isRefusing && (
        <Select
          label={t`Niyə yox?`}
          value={reason}
          onChange={setReason}
          options={[
            { value: 'DUTIES', text: t`Dərs, ailə və ya başqa işlər` },
            { value: 'JOURNEY', text: t`Yer və ya yol` },
            { value: 'CONTENT', text: t`Görüləcək iş` },
            { value: 'ORGANIZATION', text: t`Təşkil edən` },
            { value: 'OTHER', text: t`Başqa səbəb` },
          ]}
        />
      )}
      <div className="flex flex-wrap gap-3">
        {isRefusing ? (
          <>
            <Button variant="danger" isPending={state.running} onPress={() => onAnswer(false, reason)}>
              <Trans>Razı deyiləm</Trans>
            </Button>
            <Button variant="quiet" onPress={() => setRefusing(false)}>
              <Trans>Geri</Trans>
            </Button>
          </>
        ) : (
          <>
            <Button isPending={state.running} onPress={() => onAnswer(true)}>
              <Trans>Razıyam</Trans>
            </Button>
            <Button
              variant="secondary"
              isPending={state.running}
              onPress={() => (isReasonAsked ? setRefusing(true) : onAnswer(false))}
            >
              <Trans>Razı deyiləm</Trans>
            </Button>
          </>
        )}
      </div>
    </Card>
  );
}
