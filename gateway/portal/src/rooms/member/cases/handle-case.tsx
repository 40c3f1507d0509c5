import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Disclosure } from '../../../design/base/disclosure.js';
import { Field } from '../../../design/form/field.js';
import { Form, ProblemSummary } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import type { CaseClosingReason } from '../../../generated/codes.js';
import { OneAction, WordForm } from '../../_shared/one-action.js';
import { closingTerms } from '../../_shared/cases/case-terms.js';

const HandleCaseCase = graphql(`
  fragment HandleCase_case on SupportCase {
    id
    status
    trouble
    isGrave
    isTaken
    isTakenByViewer
    referralConsent
    meetingConsent
  }
`);

const HandleCaseMission = graphql(`
  fragment HandleCase_mission on Mission {
    id
    name
  }
`);

const AcknowledgeSupportCase = graphql(`
  mutation AcknowledgeSupportCase($id: ID!) @purpose(is: "none") {
    acknowledgeSupportCase(caseId: $id) {
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

const AskToReferCase = graphql(`
  mutation AskToReferCase($id: ID!) @purpose(is: "none") {
    askToReferCase(caseId: $id) {
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

const AskToBringCase = graphql(`
  mutation AskToBringCase($id: ID!) @purpose(is: "none") {
    askToBringCase(caseId: $id) {
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

const TriageSupportCase = graphql(`
  mutation TriageSupportCase($input: TriageSupportCaseInput!) @purpose(is: "none") {
    triageSupportCase(input: $input) {
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

const AnswerSupportCase = graphql(`
  mutation AnswerSupportCase($id: ID!, $text: String!) @purpose(is: "none") {
    answerSupportCase(caseId: $id, text: $text) {
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

const ReferSupportCase = graphql(`
  mutation ReferSupportCase($input: ReferSupportCaseInput!) @purpose(is: "none") {
    referSupportCase(input: $input) {
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

const CloseSupportCase = graphql(`
  mutation CloseSupportCase($id: ID!, $reason: CaseClosingReason!, $text: String!) @purpose(is: "none") {
    closeSupportCase(caseId: $id, reason: $reason, text: $text) {
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

interface HandleCaseProps {
  readonly of: FragmentType<typeof HandleCaseCase>;
  readonly missions: readonly FragmentType<typeof HandleCaseMission>[];
  readonly onChanged: () => void;
}

/** What an officer can do with a case: see it, take it, answer, refer and close it. */
export function HandleCase({ onChanged, ...props }: HandleCaseProps) {
  const found = readFragment(HandleCaseCase, props.of);
  const { id, status, trouble, isGrave, isTaken, isTakenByViewer, referralConsent, meetingConsent } = found;
  const [triage, state] = useAction(TriageSupportCase);
  const common = { id, onDone: onChanged };
  if (status === 'CLOSED') return null;
  const take = (takes: boolean) =>
    void triage({ input: { caseId: id, trouble, isGrave, takes } }).then((done) => done !== null && onChanged());
  return (
    <div className="grid gap-3">
      <ProblemSummary state={state} />
      <div className="flex flex-wrap gap-3">
        {status === 'RAISED' && (
          <OneAction {...common} document={AcknowledgeSupportCase}>
            <Trans>Gördüyümüzü bildir</Trans>
          </OneAction>
        )}
        <Button variant="secondary" isPending={state.running} onPress={() => take(!isTakenByViewer)}>
          {isTakenByViewer ? (
            <Trans>Başqasına burax</Trans>
          ) : isTaken ? (
            <Trans>Həmkarımdan götür</Trans>
          ) : (
            <Trans>Özüm məşğul olum</Trans>
          )}
        </Button>
        {!(isTaken && !isTakenByViewer) && referralConsent !== 'GIVEN' && referralConsent !== 'ASKED' && (
          <OneAction {...common} document={AskToReferCase}>
            <Trans>Nümayəndəliyə göndərməyə razılıq istə</Trans>
          </OneAction>
        )}
        {!(isTaken && !isTakenByViewer) && isGrave && meetingConsent !== 'GIVEN' && meetingConsent !== 'ASKED' && (
          <OneAction {...common} document={AskToBringCase}>
            <Trans>Rəsmi görüşə çıxarmağa razılıq istə</Trans>
          </OneAction>
        )}
      </div>
      {isTaken && !isTakenByViewer ? (
        <p className="text-soft">
          <Trans>Bu müraciətlə həmkarınız məşğul olur; yazılanları yalnız o oxuyur.</Trans>
        </p>
      ) : (
        <>
          <WordForm
            {...common}
            document={AnswerSupportCase}
            label={<Trans>Cavab yaz</Trans>}
            submit={<Trans>Cavabı göndər</Trans>}
          />
          {referralConsent === 'GIVEN' && <ReferForm id={id} missions={props.missions} onDone={onChanged} />}
          {status !== 'CLOSING' && <CloseForm id={id} onDone={onChanged} />}
        </>
      )}
    </div>
  );
}

function ReferForm(props: {
  readonly id: string;
  readonly missions: HandleCaseProps['missions'];
  readonly onDone: () => void;
}) {
  const { t } = useLingui();
  const missions = readFragment(HandleCaseMission, props.missions);
  const [refer, state] = useAction(ReferSupportCase);
  const [missionId, setMission] = useState('');
  const submit = async () => {
    if ((await refer({ input: { caseId: props.id, missionId } })) !== null) props.onDone();
  };
  return (
    <Disclosure label={<Trans>Nümayəndəliyə göndər</Trans>}>
      <Form submit={<Trans>Göndər</Trans>} state={state} onSubmit={() => void submit()}>
        <Select
          label={<Trans>Nümayəndəlik</Trans>}
          value={missionId}
          onChange={setMission}
          options={[
            { value: '', text: t`Nümayəndəlik seçin` },
            ...missions.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
      </Form>
    </Disclosure>
  );
}

const reasons = ['SOLVED', 'NO_REMEDY', 'PASSED_ON'] as const;

function CloseForm(props: { readonly id: string; readonly onDone: () => void }) {
  const { i18n } = useLingui();
  const [close, state] = useAction(CloseSupportCase);
  const [reason, setReason] = useState<CaseClosingReason>('SOLVED');
  const [text, setText] = useState('');
  const submit = async () => {
    if ((await close({ id: props.id, reason, text })) !== null) props.onDone();
  };
  return (
    <Disclosure label={<Trans>Bağlamağı təklif et</Trans>}>
      <Form submit={<Trans>Təklifi göndər</Trans>} state={state} onSubmit={() => void submit()}>
        <Select
          label={<Trans>Səbəb</Trans>}
          value={reason}
          onChange={setReason}
          options={reasons.map((value) => ({ value, text: i18n._(closingTerms[value]) }))}
        />
        <Field
          label={<Trans>Şəxsə nə deyirsiniz?</Trans>}
          name="text"
          lines={4}
          maxLength={4000}
          value={text}
          onChange={setText}
          isRequired
        />
      </Form>
    </Disclosure>
  );
}
