import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { DateField } from '../../../design/form/date-field.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { graphql } from '../../../generated/gql.js';
import { CountryChoice } from './country-choice.js';
import { FourLanguages, type FourTexts, noTexts, sentTexts } from './four-languages.js';

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

const CorrectEvent = graphql(`
  mutation CorrectEvent($input: CorrectAlumniEventInput!) @purpose(is: "none") {
    correctAlumniEvent(input: $input) {
      ... on AlumniEvent {
        ...OwnEvent_event
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface KeptEvent {
  readonly id: string;
  readonly country: string;
  readonly title: FourTexts;
  readonly body: FourTexts;
  readonly place: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly capacity: number | null;
}

interface EventFormProps {
  readonly codes: readonly string[];
  readonly onSaved: () => void;
  /** The one that is corrected; unset for a new one. */
  readonly event?: KeptEvent;
}

const hourMs = 3_600_000;

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** A moment as the fields have it, by the clock of who writes. */
function fieldsOf(moment: string) {
  const at = new Date(moment);
  return {
    day: `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`,
    time: `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`,
  };
}

const hoursOf = ({ startsAt, endsAt }: KeptEvent) => (Date.parse(endsAt) - Date.parse(startsAt)) / hourMs;

/** An event on a day; nobody else sees it before it is published. */
export function EventForm({ codes, onSaved, event }: EventFormProps) {
  const { t } = useLingui();
  const [plan, planning] = useAction(PlanEvent);
  const [correct, correcting] = useAction(CorrectEvent);
  const kept = event === undefined ? { day: '', time: '18:00' } : fieldsOf(event.startsAt);
  const [country, setCountry] = useState(event?.country ?? '');
  const [title, setTitle] = useState(event?.title ?? noTexts);
  const [body, setBody] = useState(event?.body ?? noTexts);
  const [place, setPlace] = useState(event?.place ?? '');
  const [day, setDay] = useState(kept.day);
  const [time, setTime] = useState(kept.time);
  const [hours, setHours] = useState(event === undefined ? '2' : String(hoursOf(event)));
  const [capacity, setCapacity] = useState(event?.capacity == null ? '' : String(event.capacity));
  const [isIncomplete, setIncomplete] = useState(false);
  const submit = async () => {
    const startsAt = new Date(`${day}T${time}`);
    const endsAt = new Date(startsAt.getTime() + Number(hours.replace(',', '.')) * hourMs);
    const isDated = !Number.isNaN(endsAt.getTime());
    setIncomplete(!isDated);
    if (!isDated) return;
    const input = {
      countryCode: country === '' ? null : country,
      title: sentTexts(title),
      body: sentTexts(body),
      place: place.trim(),
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      capacity: capacity.trim() === '' ? null : Number(capacity),
    };
    const answer =
      event === undefined ? await plan({ input }) : await correct({ input: { eventId: event.id, ...input } });
    if (answer !== null) onSaved();
  };
  return (
    <Form
      submit={event === undefined ? <Trans>Planla</Trans> : <Trans>Düzəlişi saxla</Trans>}
      state={event === undefined ? planning : correcting}
      onSubmit={() => void submit()}
    >
      <CountryChoice value={country} onChange={setCountry} codes={codes} />
      <FourLanguages label={t`Başlıq`} name={`${event?.id ?? 'new'}-event-title`} value={title} onChange={setTitle} />
      <FourLanguages
        label={t`Mətn`}
        name={`${event?.id ?? 'new'}-event-body`}
        value={body}
        onChange={setBody}
        lines={4}
      />
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
      <Field label={<Trans>Neçə saat?</Trans>} name="hours" inputMode="numeric" value={hours} onChange={setHours} />
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
