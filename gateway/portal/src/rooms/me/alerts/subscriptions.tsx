import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Field } from '../../../design/form/field.js';
import { Form, ProblemSummary } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { compareText, formatCountry } from '../../../language/format.js';

const Subscriptions_subscription = graphql(`
  fragment Subscriptions_subscription on AlertSubscription {
    id
    countryCode
    city
    university
  }
`);

const SubscribeToAlerts = graphql(`
  mutation SubscribeToAlerts($input: AlertSubscriptionInput!) @purpose(is: "none") {
    subscribeToAlerts(input: $input) {
      ... on AlertSubscription {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const UnsubscribeFromAlerts = graphql(`
  mutation UnsubscribeFromAlerts($id: ID!) @purpose(is: "none") {
    unsubscribeFromAlerts(subscriptionId: $id) {
      ... on AlertSubscription {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface SubscriptionsProps {
  readonly subscriptions: readonly FragmentType<typeof Subscriptions_subscription>[];
  /** The codes of the countries that can be chosen. */
  readonly countries: readonly string[];
  readonly onChanged: () => void;
}

/** The places about which the person wants to be told, and another one. */
export function Subscriptions({ countries, onChanged, ...props }: SubscriptionsProps) {
  const { t } = useLingui();
  const subscriptions = readFragment(Subscriptions_subscription, props.subscriptions);
  const [subscribe, subscribing] = useAction(SubscribeToAlerts);
  const [unsubscribe, unsubscribing] = useAction(UnsubscribeFromAlerts);
  const [kind, setKind] = useState<'countryCode' | 'city' | 'university'>('countryCode');
  const [value, setValue] = useState('');
  const submit = async () => {
    if ((await subscribe({ input: { [kind]: value.trim() } })) === null) return;
    setValue('');
    onChanged();
  };
  const end = async (id: string) => {
    if ((await unsubscribe({ id })) !== null) onChanged();
  };
  return (
    <div className="grid gap-5">
      <p className="text-soft">
        <Trans>Birliklərin qeydində olduğunuz ölkə və universitet haqqında onsuz da xəbərdarlıq alırsınız.</Trans>
      </p>
      <ProblemSummary state={unsubscribing} />
      {subscriptions.length > 0 && (
        <ul className="grid gap-1">
          {subscriptions.map(({ id, countryCode, city, university }) => {
            const name = countryCode == null ? (city ?? university ?? '') : formatCountry(countryCode);
            return (
              <li key={id} className="flex flex-wrap items-center justify-between gap-3 rounded-lg bg-sunken px-3">
                {name}
                <Button variant="quiet" isPending={unsubscribing.running} onPress={() => void end(id)}>
                  <Trans>Çıxar</Trans>
                  <span className="sr-only">: {name}</span>
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <Form submit={<Trans>Əlavə et</Trans>} state={subscribing} onSubmit={() => void submit()}>
        <Select
          label={<Trans>Nə haqqında?</Trans>}
          value={kind}
          onChange={(next) => {
            setKind(next);
            setValue('');
          }}
          options={[
            { value: 'countryCode', text: t`Ölkə` },
            { value: 'city', text: t`Şəhər` },
            { value: 'university', text: t`Universitet` },
          ]}
        />
        {kind === 'countryCode' ? (
          <Select
            label={<Trans>Ölkə</Trans>}
            value={value}
            onChange={setValue}
            options={[
              { value: '', text: t`Ölkə seçin` },
              ...countries
                .map((code) => ({ value: code, text: formatCountry(code) }))
                .toSorted((one, other) => compareText(one.text, other.text)),
            ]}
          />
        ) : (
          <Field
            label={kind === 'city' ? <Trans>Şəhərin adı</Trans> : <Trans>Universitetin adı</Trans>}
            hint={<Trans>Orada yazıldığı kimi, məsələn, Vilnius University</Trans>}
            name="place"
            isRequired
            maxLength={kind === 'city' ? 100 : 200}
            value={value}
            onChange={setValue}
          />
        )}
      </Form>
    </div>
  );
}
