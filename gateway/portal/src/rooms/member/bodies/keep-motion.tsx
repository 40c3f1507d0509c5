import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Disclosure } from '../../../design/base/disclosure.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { graphql } from '../../../generated/gql.js';
import { OneAction } from '../../_shared/one-action.js';

const OpenVote = graphql(`
  mutation OpenGovernanceVote($id: ID!) @purpose(is: "none") {
    openGovernanceVote(motionId: $id) {
      ... on GovernanceMotion {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const CloseVote = graphql(`
  mutation CloseGovernanceVote($id: ID!) @purpose(is: "none") {
    closeGovernanceVote(motionId: $id) {
      ... on GovernanceMotion {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const RecordPaperBallot = graphql(`
  mutation RecordPaperBallot($input: PaperBallotInput!) @purpose(is: "none") {
    recordPaperBallot(input: $input) {
      ... on GovernanceMotion {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface KeepMotionProps {
  readonly id: string;
  readonly status: string;
  readonly onDone: () => void;
}

/** Opens the vote on a motion and ends it, or records what ballots on paper gave. */
export function KeepMotion({ id, status, onDone }: KeepMotionProps) {
  if (status === 'OPEN') {
    return (
      <OneAction id={id} document={CloseVote} onDone={onDone}>
        <Trans>Səsverməni bitir və say</Trans>
      </OneAction>
    );
  }
  if (status !== 'DRAFT') return null;
  return (
    <div className="grid gap-3">
      <OneAction id={id} document={OpenVote} onDone={onDone}>
        <Trans>Səsverməni aç</Trans>
      </OneAction>
      <PaperForm motionId={id} onDone={onDone} />
    </div>
  );
}

function PaperForm({ motionId, onDone }: { readonly motionId: string; readonly onDone: () => void }) {
  const [record, state] = useAction(RecordPaperBallot);
  const [votesFor, setFor] = useState('0');
  const [votesAgainst, setAgainst] = useState('0');
  const [abstentions, setNeither] = useState('0');
  const submit = async () => {
    const input = {
      motionId,
      votesFor: Number(votesFor),
      votesAgainst: Number(votesAgainst),
      abstentions: Number(abstentions),
    };
    if ((await record({ input })) !== null) onDone();
  };
  const number = { type: 'number', inputMode: 'numeric', isRequired: true } as const;
  return (
    <Disclosure label={<Trans>Kağız bülletenlərin nəticəsini yaz</Trans>}>
      <Form submit={<Trans>Nəticəni saxla</Trans>} state={state} onSubmit={() => void submit()}>
        <Field {...number} label={<Trans>Lehinə bülletenlər</Trans>} name="for" value={votesFor} onChange={setFor} />
        <Field
          {...number}
          label={<Trans>Əleyhinə bülletenlər</Trans>}
          name="against"
          value={votesAgainst}
          onChange={setAgainst}
        />
        <Field
          {...number}
          label={<Trans>Bitərəf bülletenlər</Trans>}
          name="neither"
          value={abstentions}
          onChange={setNeither}
        />
      </Form>
    </Disclosure>
  );
}
