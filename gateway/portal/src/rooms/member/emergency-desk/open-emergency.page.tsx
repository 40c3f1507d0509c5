import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Link } from '../../../design/base/link.js';
import { Checkbox } from '../../../design/form/checkbox.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { graphql } from '../../../generated/gql.js';
import { compareText, formatCountry } from '../../../language/format.js';
import { definePage } from '../../../page/page.js';
import { officerPage } from '../purpose/officer-page.js';
import { noPlaces, PlaceFields, placesOf } from './place-fields.js';
import { noText, TextFields, writtenText } from './text-fields.js';

const OpenEmergencyPage = graphql(`
  query OpenEmergencyPage @purpose(is: "none") {
    countries {
      code
    }
  }
`);

const OpenEmergencyAbroad = graphql(`
  mutation OpenEmergencyAbroad($input: OpenEmergencyAbroadInput!) @purpose(is: "none") {
    openEmergencyAbroad(input: $input) {
      ... on EmergencyAbroad {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const hourMs = 3_600_000;

/** Opens an emergency or a drill: nobody is told before a second officer confirms it. */
export const page = officerPage(
  definePage({
    document: OpenEmergencyPage,
    title: msg`Xaricdə fövqəladə hal aç`,
    Component: function OpenEmergency({ answer }) {
      const { t } = useLingui();
      const navigate = useNavigate();
      const [open, state] = useAction(OpenEmergencyAbroad);
      const [event, setEvent] = useState(noText);
      const [isDrill, setDrill] = useState(false);
      const [countries, setCountries] = useState<readonly string[]>([]);
      const [places, setPlaces] = useState(noPlaces);
      const [hours, setHours] = useState<'24' | '72' | '168'>('72');
      const codes = (answer.data.countries ?? []).map(({ code }) => code).filter((code) => !countries.includes(code));
      const submit = async () => {
        const done = await open({
          input: {
            event: writtenText(event),
            isDrill,
            area: { countryCodes: [...countries], ...placesOf(places) },
            endsAt: new Date(Date.now() + Number(hours) * hourMs).toISOString(),
          },
        });
        const opened = done?.openEmergencyAbroad;
        if (opened?.__typename === 'EmergencyAbroad') await navigate({ to: `/desk/${opened.id}` });
      };
      return (
        <div className="grid gap-6">
          <div className="grid max-w-2xl gap-2">
            <Link to="/desk">
              <Trans>Xaricdəki fövqəladə hallar</Trans>
            </Link>
            <h1>
              <Trans>Xaricdə fövqəladə hal aç</Trans>
            </h1>
            <p className="text-soft">
              <Trans>İkinci əməkdaş təsdiqləyənə qədər heç kimə xəbər getmir.</Trans>
            </p>
          </div>
          <Form submit={<Trans>Aç</Trans>} state={state} onSubmit={() => void submit()}>
            <TextFields legend={<Trans>Nə baş verib?</Trans>} name="event" value={event} onChange={setEvent} />
            <Checkbox isSelected={isDrill} onChange={setDrill}>
              <Trans>Bu, təlimdir: heç nə baş verməyib</Trans>
            </Checkbox>
            <div className="grid gap-2">
              <Select
                label={<Trans>Ölkələr</Trans>}
                value=""
                onChange={(code) => code !== '' && setCountries([...countries, code])}
                options={[
                  { value: '', text: t`Ölkə seçin` },
                  ...codes
                    .map((code) => ({ value: code, text: formatCountry(code) }))
                    .toSorted((one, other) => compareText(one.text, other.text)),
                ]}
              />
              {countries.length > 0 && (
                <ul className="flex flex-wrap gap-2">
                  {countries.map((code) => (
                    <li key={code} className="flex items-center gap-2 rounded-lg bg-sunken pl-3">
                      {formatCountry(code)}
                      <Button variant="quiet" onPress={() => setCountries(countries.filter((one) => one !== code))}>
                        <Trans>Çıxar</Trans>
                        <span className="sr-only">: {formatCountry(code)}</span>
                      </Button>
                    </li>
                  ))}
                </ul>
              )}
            </div>
            <PlaceFields value={places} onChange={setPlaces} />
            <Select
              label={<Trans>Ən geci nə vaxt bağlansın</Trans>}
              value={hours}
              onChange={setHours}
              options={[
                { value: '24', text: t`24 saatdan sonra` },
                { value: '72', text: t`3 gündən sonra` },
                { value: '168', text: t`7 gündən sonra` },
              ]}
            />
          </Form>
        </div>
      );
    },
  }),
);
