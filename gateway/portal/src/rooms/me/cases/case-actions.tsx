import { Trans } from '@lingui/react/macro';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { ConfirmedAction } from '../../../design/form/confirmed-action.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import type { CaseConsent, CaseConsentMatter } from '../../../generated/codes.js';
import { OneAction, WordForm } from '../../_shared/one-action.js';

const CaseActionsCase = graphql(`
  fragment CaseActions_case on SupportCase {
    id
    status
    referralConsent
    meetingConsent
  }
`);

const AddToSupportCase = graphql(`
  mutation AddToSupportCase($id: ID!, $text: String!) @purpose(is: "none") {
    addToSupportCase(caseId: $id, text: $text) {
      ... on SupportCase {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const ObjectToCaseClosing = graphql(`
  mutation ObjectToCaseClosing($id: ID!, $text: String!) @purpose(is: "none") {
    objectToCaseClosing(caseId: $id, text: $text) {
      ... on SupportCase {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const ReopenSupportCase = graphql(`
  mutation ReopenSupportCase($id: ID!, $text: String!) @purpose(is: "none") {
    reopenSupportCase(caseId: $id, text: $text) {
      ... on SupportCase {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const AgreeToCaseClosing = graphql(`
  mutation AgreeToCaseClosing($id: ID!) @purpose(is: "none") {
    agreeToCaseClosing(caseId: $id) {
      ... on SupportCase {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const WithdrawSupportCase = graphql(`
  mutation WithdrawSupportCase($id: ID!) @purpose(is: "none") {
    withdrawSupportCase(caseId: $id) {
      ... on SupportCase {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const AnswerCaseConsent = graphql(`
  mutation AnswerCaseConsent($id: ID!, $matter: CaseConsentMatter!, $gives: Boolean!) @purpose(is: "none") {
    answerCaseConsent(caseId: $id, matter: $matter, gives: $gives) {
      ... on SupportCase {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface CaseActionsProps {
  readonly of: FragmentType<typeof CaseActionsCase>;
  readonly onChanged: () => void;
}

/** What a person can do with their case. */
export function CaseActions({ onChanged, ...props }: CaseActionsProps) {
  const { id, status, referralConsent, meetingConsent } = readFragment(CaseActionsCase, props.of);
  const common = { id, onDone: onChanged };
  if (status === 'CLOSED')
    return (
      <WordForm
        {...common}
        document={ReopenSupportCase}
        label={<Trans>Yenidən aç</Trans>}
        submit={<Trans>Müraciəti yenidən aç</Trans>}
      />
    );
  return (
    <div className="grid gap-3">
      <ConsentQuestion id={id} matter="REFERRAL" consent={referralConsent} onAnswered={onChanged} />
      <ConsentQuestion id={id} matter="MEETING" consent={meetingConsent} onAnswered={onChanged} />
      {status === 'CLOSING' && (
        <>
          <OneAction {...common} document={AgreeToCaseClosing}>
            <Trans>Bağlansın</Trans>
          </OneAction>
          <WordForm
            {...common}
            document={ObjectToCaseClosing}
            label={<Trans>Etiraz et</Trans>}
            submit={<Trans>Etirazı göndər</Trans>}
          />
        </>
      )}
      <WordForm
        {...common}
        document={AddToSupportCase}
        label={<Trans>Əlavə yaz</Trans>}
        submit={<Trans>Əlavəni göndər</Trans>}
      />
      <div>
        <ConfirmedAction
          label={<Trans>Müraciəti geri götür</Trans>}
          title={<Trans>Müraciət geri götürülsün?</Trans>}
          document={WithdrawSupportCase}
          variables={{ id }}
          cancel={<Trans>Qalsın</Trans>}
          onDone={onChanged}
        >
          <Trans>Müraciət dərhal bağlanır. Sonra onu yenidən aça bilərsiniz.</Trans>
        </ConfirmedAction>
      </div>
    </div>
  );
}

interface ConsentQuestionProps {
  readonly id: string;
  readonly matter: CaseConsentMatter;
  readonly consent: CaseConsent;
  readonly onAnswered: () => void;
}

/** Whether the person lets the case be brought to others, which they can take back at any time. */
function ConsentQuestion({ id, matter, consent, onAnswered }: ConsentQuestionProps) {
  const [answer, state] = useAction(AnswerCaseConsent);
  if (consent === 'NONE') return null;
  const say = (gives: boolean) => void answer({ id, matter, gives }).then((done) => done !== null && onAnswered());
  return (
    <div className="grid gap-2 rounded-lg bg-sunken p-3">
      <ProblemSummary state={state} />
      <p className="font-semibold">
        {matter === 'REFERRAL' ? (
          <Trans>Müraciətiniz nümayəndəliyə göndərilsin?</Trans>
        ) : (
          <Trans>Müraciətiniz rəsmi görüşə çıxarılsın?</Trans>
        )}
      </p>
      <div className="flex flex-wrap gap-3">
        {consent !== 'GIVEN' && (
          <Button isPending={state.running} onPress={() => say(true)}>
            <Trans>Razıyam</Trans>
          </Button>
        )}
        {consent !== 'WITHDRAWN' && (
          <Button variant="secondary" isPending={state.running} onPress={() => say(false)}>
            {consent === 'GIVEN' ? <Trans>Razılığı geri götür</Trans> : <Trans>Razı deyiləm</Trans>}
          </Button>
        )}
      </div>
    </div>
  );
}
