import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../../data/action.js';
import { Button } from '../../../../design/base/button.js';
import { DateField } from '../../../../design/form/date-field.js';
import { Field } from '../../../../design/form/field.js';
import { Form } from '../../../../design/form/form.js';
import { Select } from '../../../../design/form/select.js';
import { graphql } from '../../../../generated/gql.js';
import { formatNumber } from '../../../../language/format.js';

const Propose = graphql(`
  mutation ProposeMentorshipMeeting($input: ProposeMentorshipMeetingInput!) @purpose(is: "none") {
    proposeMentorshipMeeting(input: $input) {
      ... on MentorshipMeeting {
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

const lengths = ['30', '45', '60', '90', '120'] as const;

/** A day and an hour where the person is, for how long, and where. */
export function ProposeMeeting(props: { readonly mentorshipId: string; readonly onProposed: () => void }) {
  const { t } = useLingui();
  const [propose, state, clear] = useAction(Propose);
  const [isOpen, setOpen] = useState(false);
  const [isTried, setTried] = useState(false);
  const [day, setDay] = useState('');
  const [time, setTime] = useState('18:00');
  const [minutes, setMinutes] = useState<(typeof lengths)[number]>('60');
  const [place, setPlace] = useState('');
  const close = () => {
    clear();
    setTried(false);
    setOpen(false);
  };
  const submit = async () => {
    setTried(true);
    const startsAt = new Date(`${day}T${time}`);
    if (Number.isNaN(startsAt.getTime())) return;
    const where = place.trim() === '' ? null : place.trim();
    const input = {
      mentorshipId: props.mentorshipId,
      startsAt: startsAt.toISOString(),
      minutes: Number(minutes),
      place: where,
    };
    if ((await propose({ input })) === null) return;
    close();
    props.onProposed();
  };
  if (!isOpen) {
    return (
      <div>
        <Button onPress={() => setOpen(true)}>
          <Trans>Görüş təklif et</Trans>
        </Button>
      </div>
    );
  }
  return (
    <Form
      submit={<Trans>Təklifi göndər</Trans>}
      state={state}
      onSubmit={() => void submit()}
      aside={
        <Button variant="quiet" onPress={close}>
          <Trans>Ləğv et</Trans>
        </Button>
      }
    >
      <DateField
        label={<Trans>Görüşün günü</Trans>}
        value={day}
        onChange={setDay}
        error={isTried && day === '' && <Trans>Günü, ayı və ili yazın.</Trans>}
      />
      <Field
        label={<Trans>Saat</Trans>}
        hint={<Trans>Sizin olduğunuz yerin vaxtı; o biri tərəf öz vaxtını görür.</Trans>}
        name="time"
        type="time"
        value={time}
        onChange={setTime}
        error={isTried && time === '' && <Trans>Saatı yazın.</Trans>}
        isRequired
      />
      <Select
        label={<Trans>Neçə dəqiqə?</Trans>}
        value={minutes}
        onChange={setMinutes}
        options={lengths.map((value) => ({ value, text: formatNumber(Number(value)) }))}
      />
      <Field label={t`Yer və ya keçid (istəyə görə)`} name="place" maxLength={300} value={place} onChange={setPlace} />
    </Form>
  );
}
