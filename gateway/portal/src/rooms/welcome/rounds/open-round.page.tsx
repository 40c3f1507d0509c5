import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { DateField } from '../../../design/form/date-field.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { graphql } from '../../../generated/gql.js';
import { defineStaticPage } from '../../../page/page.js';
import { StaffOnly } from '../desk/staff-only.js';

const OpenRound = graphql(`
  mutation OpenMatchingRound($input: OpenMatchingRoundInput!) @purpose(is: "mentoring") {
    openMatchingRound(input: $input) {
      ... on MatchingRound {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const languages = ['az', 'en', 'ru', 'tr'] as const;

/** A new round: its name and its days. */
export const page = defineStaticPage(msg`Raund aç`, function OpenRoundPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [open, state] = useAction(OpenRound);
  const [name, setName] = useState({ az: '', en: '', ru: '', tr: '' });
  const [opensOn, setOpensOn] = useState('');
  const [closesOn, setClosesOn] = useState('');
  const [answerDays, setAnswerDays] = useState('14');
  const [isTried, setTried] = useState(false);
  const isDays = /^\d{1,2}$/.test(answerDays) && Number(answerDays) >= 1 && Number(answerDays) <= 90;
  const titles = { az: t`Adı (azərbaycanca)`, en: t`Adı (ingiliscə)`, ru: t`Adı (rusca)`, tr: t`Adı (türkcə)` };
  const submit = async () => {
    setTried(true);
    if (name.az.trim() === '' || opensOn === '' || closesOn === '' || !isDays) return;
    const other = (text: string) => (text.trim() === '' ? null : text.trim());
    const done = await open({
      input: {
        name: { az: name.az.trim(), en: other(name.en), ru: other(name.ru), tr: other(name.tr) },
        opensOn,
        closesOn,
        answerDays: Number(answerDays),
      },
    });
    const round = done?.openMatchingRound;
    if (round != null && 'id' in round) await navigate({ to: '/rounds/$id', params: { id: round.id } });
  };
  return (
    <StaffOnly title={<Trans>Raund aç</Trans>}>
      <div className="grid gap-6">
        <h1>
          <Trans>Raund aç</Trans>
        </h1>
        <Form submit={<Trans>Aç</Trans>} state={state} onSubmit={() => void submit()}>
          {languages.map((language) => (
            <Field
              key={language}
              name={language}
              label={titles[language]}
              value={name[language]}
              onChange={(text) => setName({ ...name, [language]: text })}
              maxLength={200}
              error={language === 'az' && isTried && name.az.trim() === '' ? <Trans>Adını yazın.</Trans> : null}
            />
          ))}
          <DateField
            label={<Trans>Qeydiyyatın ilk günü</Trans>}
            value={opensOn}
            onChange={setOpensOn}
            error={isTried && opensOn === '' ? <Trans>Günü yazın.</Trans> : null}
          />
          <DateField
            label={<Trans>Qeydiyyatın son günü</Trans>}
            value={closesOn}
            onChange={setClosesOn}
            error={isTried && closesOn === '' ? <Trans>Günü yazın.</Trans> : null}
          />
          <Field
            name="answerDays"
            label={<Trans>Mentorların cavab üçün neçə günü var?</Trans>}
            value={answerDays}
            onChange={setAnswerDays}
            inputMode="numeric"
            error={isDays ? null : <Trans>1-dən 90-a qədər ədəd yazın.</Trans>}
          />
        </Form>
      </div>
    </StaffOnly>
  );
});
