import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Disclosure } from '../../../design/base/disclosure.js';
import { ConfirmedAction } from '../../../design/form/confirmed-action.js';
import { Field } from '../../../design/form/field.js';
import { Form, ProblemSummary } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import type { FourLanguagesInput } from '../../../generated/graphql.js';
import { TextFields } from './text-fields.js';

const MeetingAgendaMeeting = graphql(`
  fragment MeetingAgenda_meeting on OfficialMeeting {
    id
    status
    minutes
    agenda {
      id
      caseId
      decision
      cluster {
        id
        summary
      }
    }
  }
`);

const AddAgendaItem = graphql(`
  mutation AddAgendaItem($input: AddAgendaItemInput!) @purpose(is: "none") {
    addAgendaItem(input: $input) {
      ... on OfficialMeeting {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const RemoveAgendaItem = graphql(`
  mutation RemoveAgendaItem($id: ID!) @purpose(is: "none") {
    removeAgendaItem(itemId: $id) {
      ... on OfficialMeeting {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const DecideAgendaItem = graphql(`
  mutation DecideAgendaItem($input: DecideAgendaItemInput!) @purpose(is: "none") {
    decideAgendaItem(input: $input) {
      ... on OfficialMeeting {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const PublishOfficialMeeting = graphql(`
  mutation PublishOfficialMeeting($input: PublishOfficialMeetingInput!) @purpose(is: "none") {
    publishOfficialMeeting(input: $input) {
      ... on OfficialMeeting {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const CancelOfficialMeeting = graphql(`
  mutation CancelOfficialMeeting($id: ID!) @purpose(is: "none") {
    cancelOfficialMeeting(meetingId: $id) {
      ... on OfficialMeeting {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface MeetingAgendaProps {
  readonly of: FragmentType<typeof MeetingAgendaMeeting>;
  /** What can be put on it: `cluster ID` or `case ID`, with its name. */
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly onChanged: () => void;
}

/** The agenda of a meeting with officials, its decisions and its minutes. */
export function MeetingAgenda({ onChanged, choices, ...props }: MeetingAgendaProps) {
  const { id, status, minutes, agenda } = readFragment(MeetingAgendaMeeting, props.of);
  const isPlanned = status === 'PLANNED';
  return (
    <>
      <ol className="grid list-decimal gap-4 ps-5">
        {agenda.map((item) => (
          <li key={item.id} className="grid gap-1">
            <p>{item.caseId == null ? item.cluster?.summary : <Trans>Şəxsin razılığı ilə tək müraciət</Trans>}</p>
            {item.decision != null && <p className="font-semibold">{item.decision}</p>}
            {isPlanned && <ItemForms itemId={item.id} onChanged={onChanged} />}
          </li>
        ))}
      </ol>
      {minutes != null && <p className="whitespace-pre-line text-soft">{minutes}</p>}
      {isPlanned && (
        <>
          <AddForm meetingId={id} choices={choices} onDone={onChanged} />
          <PublishForm meetingId={id} onDone={onChanged} />
          <div>
            <ConfirmedAction
              label={<Trans>Görüşü ləğv et</Trans>}
              title={<Trans>Görüş ləğv edilsin?</Trans>}
              document={CancelOfficialMeeting}
              variables={{ id }}
              cancel={<Trans>Qalsın</Trans>}
              onDone={onChanged}
            >
              <Trans>Gündəlikdəki qruplar başqa görüşə salına bilər.</Trans>
            </ConfirmedAction>
          </div>
        </>
      )}
    </>
  );
}

function ItemForms({ itemId, onChanged }: { readonly itemId: string; readonly onChanged: () => void }) {
  const [remove, removal] = useAction(RemoveAgendaItem);
  const [decide, state] = useAction(DecideAgendaItem);
  const [decision, setDecision] = useState<FourLanguagesInput>({ az: '' });
  const submit = async () => {
    if ((await decide({ input: { itemId, decision } })) !== null) onChanged();
  };
  return (
    <>
      <ProblemSummary state={removal} />
      <Disclosure label={<Trans>Qərarı yaz</Trans>}>
        <Form submit={<Trans>Qərarı saxla</Trans>} state={state} onSubmit={() => void submit()}>
          <TextFields label={<Trans>Qərar</Trans>} value={decision} onChange={setDecision} lines={3} />
        </Form>
      </Disclosure>
      <div>
        <Button
          variant="quiet"
          isPending={removal.running}
          onPress={() => void remove({ id: itemId }).then((done) => done !== null && onChanged())}
        >
          <Trans>Gündəlikdən çıxar</Trans>
        </Button>
      </div>
    </>
  );
}

interface AddFormProps extends Pick<MeetingAgendaProps, 'choices'> {
  readonly meetingId: string;
  readonly onDone: () => void;
}

function AddForm({ meetingId, choices, onDone }: AddFormProps) {
  const { t } = useLingui();
  const [add, state] = useAction(AddAgendaItem);
  const [choice, setChoice] = useState('');
  const submit = async () => {
    const [kind, id = null] = choice.split(' ');
    if ((await add({ input: { meetingId, [kind === 'case' ? 'caseId' : 'clusterId']: id } })) !== null) onDone();
  };
  return (
    <Disclosure label={<Trans>Gündəliyə sal</Trans>}>
      <Form submit={<Trans>Sal</Trans>} state={state} onSubmit={() => void submit()}>
        <Select
          label={<Trans>Qrup və ya tək müraciət</Trans>}
          hint={<Trans>Qrupda ən azı beş nəfər olmalıdır</Trans>}
          value={choice}
          onChange={setChoice}
          options={[{ value: '', text: t`Seçin` }, ...choices]}
        />
      </Form>
    </Disclosure>
  );
}

function PublishForm({ meetingId, onDone }: Pick<AddFormProps, 'meetingId' | 'onDone'>) {
  const [publish, state] = useAction(PublishOfficialMeeting);
  const [minutes, setMinutes] = useState('');
  const submit = async () => {
    if ((await publish({ input: { meetingId, minutes } })) !== null) onDone();
  };
  return (
    <Disclosure label={<Trans>Qərarları dərc et</Trans>}>
      <Form submit={<Trans>Dərc et və hər kəsə cavab göndər</Trans>} state={state} onSubmit={() => void submit()}>
        <Field
          label={<Trans>Protokol (yalnız platforma oxuyur)</Trans>}
          name="minutes"
          lines={5}
          maxLength={20_000}
          value={minutes}
          onChange={setMinutes}
          isRequired
        />
      </Form>
    </Disclosure>
  );
}
