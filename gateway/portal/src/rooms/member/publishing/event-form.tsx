import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { DateField } from '../../../design/form/date-field.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { graphql } from '../../../generated/gql.js';
import { CountryChoice } from './country-choice.js';
import { FourLanguages, noTexts, sentTexts } from './four-languages.js';

const PlanEvent = graphql(`
  mutation PlanEvent($input: PlanAlumniEventInput!) @purpose(is: "none") {
    planAlumniEvent(input: $input) {
      ... on AlumniEvent {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface EventFormProps {
  readonly codes: readonly string[];
  readonly onSaved: () => void;
}

const hourMs = 3_600_000;

/** An event on a day; nobody else sees it before it is published. */
export function EventForm({ codes, onSaved }: EventFormProps) {
  const { t } = useLingui();
  const [plan, state] = useAction(PlanEvent);
  const [country, setCountry] = useState('');
  const [title, setTitle] = useState(noTexts);
  const [body, setBody] = useState(noTexts);
  const [place, setPlace] = useState('');
  const [day, setDay] = useState('');
  const [time, setTime] = useState('18:00');
  const [hours, setHours] = useState('2');
  const [capacity, setCapacity] = useState('');
  const [isIncomplete, setIncomplete] = useState(false);
  const submit = async () => {
    const startsAt = new Date(`${day}T${time}`);
    const isDated = !Number.isNaN(startsAt.getTime());
    setIncomplete(!isDated);
    if (!isDated) return;
    const input = {
      countryCode: country === '' ? null : country,
      title: sentTexts(title),
      body: sentTexts(body),
      place: place.trim(),
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + Number(hours) * hourMs).toISOString(),
      capacity: capacity.trim() === '' ? null : Number(capacity),
    };
    if ((await plan({ input })) !== null) onSaved();
  };
  return (
    <Form submit={<Trans>Planla</Trans>} state={state} onSubmit={() => void submit()}>
      <CountryChoice value={country} onChange={setCountry} codes={codes} />
      <FourLanguages label={t`Başlıq`} name="event-title" value={title} onChange={setTitle} />
      <FourLanguages label={t`Mətn`} name="event-body" value={body} onChange={setBody} lines={4} />
      <Field label={<Trans>Yer</Trans>} name="place" isRequired maxLength={200} value={place} onChange={setPlace} />
      <DateField
        label={<Trans>Gün</Trans>}
        value={day}
        onChange={setDay}
        error={isIncomplete && <Trans>Günü və saatı yazın</Trans>}
      />
      <Field
        label={<Trans>Saat</Trans>}
        hint={<Trans>Sizin saatınızla</Trans>}
        name="time"
        type="time"
        value={time}
        onChange={setTime}
      />
      <Field
        label={<Trans>Neçə saat?</Trans>}
        name="hours"
        type="number"
        inputMode="numeric"
        value={hours}
        onChange={setHours}
      />
      <Field
        label={<Trans>Yerlərin sayı (istəyə görə)</Trans>}
        name="capacity"
        type="number"
        inputMode="numeric"
        value={capacity}
        onChange={setCapacity}
      />
    </Form>
  );
}
