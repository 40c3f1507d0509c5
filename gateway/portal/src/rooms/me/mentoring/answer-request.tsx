import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Dialog } from '../../../design/base/dialog.js';
import { Checkbox } from '../../../design/form/checkbox.js';
import { Form, ProblemSummary } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { graphql } from '../../../generated/gql.js';
import type { MentorshipDeclineReason } from '../../../generated/codes.js';
import { declineTerms } from './mentoring-terms.js';

const Answer = graphql(`
  mutation AnswerMentorship($input: AnswerMentorshipInput!) @purpose(is: "none") {
    answerMentorship(input: $input) {
      ... on Mentorship {
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

interface AnswerRequestProps {
  readonly mentorshipId: string;
  readonly asMentor: boolean;
  /** Whether the person has said yes, so that they can only still decline. */
  readonly hasAgreed: boolean;
  readonly onAnswered: () => void;
}

/** The yes of one of the two, and the no with its reason and, if a mentor likes, a pause. */
export function AnswerRequest({ mentorshipId, asMentor, hasAgreed, onAnswered }: AnswerRequestProps) {
  const { i18n } = useLingui();
  const [answer, state, clear] = useAction(Answer);
  const [isDeclining, setDeclining] = useState(false);
  const [reason, setReason] = useState<MentorshipDeclineReason>('NO_TIME');
  const [pause, setPause] = useState(false);
  const accept = async () => {
    if ((await answer({ input: { mentorshipId, accept: true } })) !== null) onAnswered();
  };
  const decline = async () => {
    if ((await answer({ input: { mentorshipId, accept: false, reason, pause } })) !== null) onAnswered();
  };
  const close = () => setDeclining(false);
  return (
    <>
      {!isDeclining && <ProblemSummary state={state} />}
      {!hasAgreed && (
        <Button isPending={state.running} onPress={() => void accept()}>
          <Trans>Razıyam</Trans>
        </Button>
      )}
      <Button
        variant="secondary"
        onPress={() => {
          clear();
          setDeclining(true);
        }}
      >
        <Trans>İmtina et</Trans>
      </Button>
      <Dialog title={<Trans>Xahişdən imtina</Trans>} isOpen={isDeclining} onClose={close}>
        <Form
          submit={<Trans>İmtina et</Trans>}
          state={state}
          onSubmit={() => void decline()}
          aside={
            <Button variant="quiet" onPress={close}>
              <Trans>Ləğv et</Trans>
            </Button>
          }
        >
          <Select
            label={<Trans>Səbəb; o biri tərəf onu görür</Trans>}
            value={reason}
            onChange={setReason}
            options={(['NO_TIME', 'OTHER_FIELD', 'OTHER'] as const).map((value) => ({
              value,
              text: i18n._(declineTerms[value]),
            }))}
          />
          {asMentor && (
            <Checkbox isSelected={pause} onChange={setPause}>
              <Trans>Təklifimə fasilə ver: yeni xahiş gəlməsin</Trans>
            </Checkbox>
          )}
        </Form>
      </Dialog>
    </>
  );
}
