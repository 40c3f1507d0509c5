import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Dialog } from '../../../design/base/dialog.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import type { AffiliationRole } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import { roleTerms } from '../member-terms.js';

const ChangeMembership = graphql(`
  mutation ChangeMembership($input: ChangeMembershipInput!) @purpose(is: "none") {
    changeMembership(input: $input) {
      ... on Affiliation {
        ...PersonMemberships_affiliation
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const SuspendMembership = graphql(`
  mutation SuspendMembership($input: MembershipInput!) @purpose(is: "none") {
    suspendMembership(input: $input) {
      ... on Affiliation {
        ...PersonMemberships_affiliation
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const ResumeMembership = graphql(`
  mutation ResumeMembership($input: MembershipInput!) @purpose(is: "none") {
    resumeMembership(input: $input) {
      ... on Affiliation {
        ...PersonMemberships_affiliation
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const EndMembership = graphql(`
  mutation EndMembership($input: MembershipInput!) @purpose(is: "none") {
    endMembership(input: $input) {
      ... on Affiliation {
        ...PersonMemberships_affiliation
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

type Step = 'change' | 'suspend' | 'resume' | 'end';

interface MembershipActionsProps {
  readonly membership: string;
  readonly role: AffiliationRole;
  readonly isSuspended: boolean;
}

/** Changes somebody's membership, each time with a reason that the person reads as well. */
export function MembershipActions({ membership, role, isSuspended }: MembershipActionsProps) {
  const [step, setStep] = useState<Step | null>(null);
  const titles: Readonly<Record<Step, ReactNode>> = {
    change: <Trans>Rolu dəyiş</Trans>,
    suspend: <Trans>Müvəqqəti dayandır</Trans>,
    resume: <Trans>Davam etdir</Trans>,
    end: <Trans>Üzvlüyü bitir</Trans>,
  };
  const steps: readonly Step[] = isSuspended ? ['resume', 'end'] : ['change', 'suspend', 'end'];
  return (
    <div className="no-print flex flex-wrap gap-2">
      {steps.map((one) => (
        <Button key={one} variant={one === 'end' ? 'danger' : 'secondary'} onPress={() => setStep(one)}>
          {titles[one]}
        </Button>
      ))}
      <Dialog title={step && titles[step]} isOpen={step !== null} onClose={() => setStep(null)}>
        {step !== null && (
          <StepForm step={step} title={titles[step]} membership={membership} role={role} onDone={() => setStep(null)} />
        )}
      </Dialog>
    </div>
  );
}

interface StepFormProps {
  readonly step: Step;
  readonly title: ReactNode;
  readonly membership: string;
  readonly role: AffiliationRole;
  readonly onDone: () => void;
}

function StepForm({ step, title, membership, role, onDone }: StepFormProps) {
  const { i18n } = useLingui();
  const [reason, setReason] = useState('');
  const [wanted, setWanted] = useState(role);
  const actions = {
    change: useAction(ChangeMembership),
    suspend: useAction(SuspendMembership),
    resume: useAction(ResumeMembership),
    end: useAction(EndMembership),
  };
  const submit = async () => {
    const input = { affiliationId: membership, reason: reason.trim() === '' ? null : reason };
    const answer =
      step === 'change'
        ? await actions.change[0]({ input: { ...input, role: wanted } })
        : await actions[step][0]({ input });
    if (answer !== null) onDone();
  };
  return (
    <Form submit={title} state={actions[step][1]} onSubmit={() => void submit()}>
      {step === 'end' && (
        <p>
          <Trans>Bunu geri qaytarmaq olmur: yenidən qoşulmaq üçün şəxs yeni dəvət qəbul etməlidir.</Trans>
        </p>
      )}
      {step === 'change' && (
        <Select
          label={<Trans>Rol</Trans>}
          value={wanted}
          onChange={setWanted}
          options={(Object.keys(roleTerms) as AffiliationRole[]).map((value) => ({
            value,
            text: i18n._(roleTerms[value]),
          }))}
        />
      )}
      <Field
        label={<Trans>Səbəb</Trans>}
        hint={<Trans>Könüllüdür. Şəxs də oxuyacaq.</Trans>}
        name="reason"
        value={reason}
        onChange={setReason}
        lines={2}
        maxLength={500}
      />
    </Form>
  );
}
