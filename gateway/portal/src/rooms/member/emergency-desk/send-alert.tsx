import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Dialog } from '../../../design/base/dialog.js';
import { Disclosure } from '../../../design/base/disclosure.js';
import { Checkbox } from '../../../design/form/checkbox.js';
import { Form } from '../../../design/form/form.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry, formatMoment } from '../../../language/format.js';
import { noPlaces, PlaceFields, placesOf } from './place-fields.js';
import { noText, TextFields, writtenText } from './text-fields.js';

const SendAlert_emergency = graphql(`
  fragment SendAlert_emergency on EmergencyAbroad {
    id
    isDrill
    countryCodes
    alerts {
      id
      text
      sentAt
      countryCodes
      cities
      universities
    }
  }
`);

const SendEmergencyAlert = graphql(`
  mutation SendEmergencyAlert($input: SendEmergencyAlertInput!) @purpose(is: "none") {
    sendEmergencyAlert(input: $input) {
      ... on EmergencyAlert {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface SendAlertProps {
  readonly emergency: FragmentType<typeof SendAlert_emergency>;
  readonly onSent: () => void;
}

/** What people were told, and a further alert. */
export function SendAlert({ onSent, ...props }: SendAlertProps) {
  const { id: emergencyId, isDrill, countryCodes, alerts } = readFragment(SendAlert_emergency, props.emergency);
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState(noText);
  const [countries, setCountries] = useState<readonly string[]>([]);
  const [places, setPlaces] = useState(noPlaces);
  const [send, state] = useAction(SendEmergencyAlert);
  const submit = async () => {
    const part = { countryCodes: [...countries], ...placesOf(places) };
    const isPart = part.countryCodes.length + part.cities.length + part.universities.length > 0;
    const input = { emergencyId, text: writtenText(text), area: isPart ? part : null };
    if ((await send({ input })) === null) return;
    setText(noText);
    setCountries([]);
    setPlaces(noPlaces);
    setOpen(false);
    onSent();
  };
  return (
    <section className="grid justify-items-start gap-3">
      <h2>
        <Trans>Xəbərdarlıqlar</Trans>
      </h2>
      {alerts.length === 0 && (
        <p>
          <Trans>Hələ heç kimə xəbərdarlıq göndərilməyib.</Trans>
        </p>
      )}
      <ul className="grid gap-2">
        {alerts.map((alert) => (
          <li key={alert.id} className="whitespace-pre-line">
            {alert.text}{' '}
            <span className="text-sm text-soft">
              {[
                formatMoment(alert.sentAt, { time: true }),
                ...alert.countryCodes.map(formatCountry),
                ...alert.cities,
                ...alert.universities,
              ].join(', ')}
            </span>
          </li>
        ))}
      </ul>
      <Button onPress={() => setOpen(true)}>
        <Trans>Xəbərdarlıq göndər</Trans>
      </Button>
      <Dialog title={<Trans>Xəbərdarlıq göndər</Trans>} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Form
          submit={<Trans>Göndər</Trans>}
          state={state}
          onSubmit={() => void submit()}
          aside={
            <Button variant="quiet" onPress={() => setOpen(false)}>
              <Trans>Ləğv et</Trans>
            </Button>
          }
        >
          <p className="text-soft">
            {isDrill ? (
              <Trans>Mətnin əvvəlində təlim olduğu yazılır. Aid olduğu hər kəs bir mesaj alır.</Trans>
            ) : (
              <Trans>Aid olduğu hər kəs bir mesaj alır.</Trans>
            )}
          </p>
          <TextFields legend={<Trans>Nə etməlidirlər?</Trans>} name="alert" value={text} onChange={setText} />
          <Disclosure label={<Trans>Yalnız bir hissəyə</Trans>}>
            <p className="text-soft">
              <Trans>Boş qalsa, hər kəsə gedir. Yeri məlum olmayanlar belə xəbərdarlığı almır.</Trans>
            </p>
            {countryCodes.length > 1 && (
              <fieldset className="grid gap-1">
                <legend className="font-semibold">
                  <Trans>Ölkələr</Trans>
                </legend>
                {countryCodes.map((code) => (
                  <Checkbox
                    key={code}
                    isSelected={countries.includes(code)}
                    onChange={(isChosen) =>
                      setCountries(isChosen ? [...countries, code] : countries.filter((one) => one !== code))
                    }
                  >
                    {formatCountry(code)}
                  </Checkbox>
                ))}
              </fieldset>
            )}
            <PlaceFields value={places} onChange={setPlaces} />
          </Disclosure>
        </Form>
      </Dialog>
    </section>
  );
}
