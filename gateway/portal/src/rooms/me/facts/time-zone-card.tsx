import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { graphql } from '../../../generated/gql.js';
import { FactsCard } from './facts-card.js';
import { SavedWord } from './saved-word.js';
import { timeZoneOptions } from '../time-zones.js';

const ChangeOwnTimeZone = graphql(`
  mutation ChangeOwnTimeZone($timeZone: String) @purpose(is: "none") {
    changeOwnTimeZone(timeZone: $timeZone) {
      ... on OwnFactsChange {
        changedAt
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** In which zone the person’s days are counted. */
export function TimeZoneCard({ timeZone, onChanged }: { timeZone: string | null; onChanged: () => void }) {
  const { t } = useLingui();
  const [change, state] = useAction(ChangeOwnTimeZone);
  const [chosen, setChosen] = useState(timeZone ?? '');
  const [isSaved, setSaved] = useState(false);
  const submit = async () => {
    setSaved(false);
    if ((await change({ timeZone: chosen === '' ? null : chosen })) === null) return;
    setSaved(true);
    onChanged();
  };
  return (
    <FactsCard
      id="time-zone"
      title={<Trans>Saat qurşağı</Trans>}
      about={<Trans>Günləriniz və son tarixlər bu qurşaqla sayılır.</Trans>}
    >
      <Form
        submit={<Trans>Yadda saxla</Trans>}
        state={state}
        onSubmit={() => void submit()}
        aside={<SavedWord isSaved={isSaved} />}
      >
        <Select
          label={<Trans>Harada yaşayırsınız?</Trans>}
          value={chosen}
          onChange={(value) => {
            setChosen(value);
            setSaved(false);
          }}
          options={[{ value: '', text: t`Sizi qeydiyyata alan təşkilatdakı kimi` }, ...timeZoneOptions(timeZone)]}
        />
      </Form>
    </FactsCard>
  );
}
