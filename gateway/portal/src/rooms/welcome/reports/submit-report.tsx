import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Dialog } from '../../../design/base/dialog.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { graphql } from '../../../generated/gql.js';

const SubmitCountryReport = graphql(`
  mutation SubmitCountryReport($input: SubmitCountryReportInput!) @purpose(is: "none") {
    submitCountryReport(input: $input) {
      ... on CountryReport {
        id
        status
        submittedOn
        summary
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface SubmitReportProps {
  readonly reportId: string;
  /** Whose report of which year. */
  readonly title: string;
  readonly onClose: () => void;
  readonly onSubmitted: () => void;
}

/** Writes a report’s text in the languages of the center and submits it, which is final. */
export function SubmitReport({ reportId, title, onClose, onSubmitted }: SubmitReportProps) {
  const { t } = useLingui();
  const [submit, state] = useAction(SubmitCountryReport);
  const [texts, setTexts] = useState({ az: '', en: '', ru: '', tr: '' });
  const [isTried, setTried] = useState(false);
  const needed = (text: string) => (isTried && text.trim() === '' ? t`Bu dildə mətn yazın.` : null);
  const write = (language: keyof typeof texts) => (value: string) => setTexts({ ...texts, [language]: value });
  const optional = (text: string) => (text.trim() === '' ? null : text.trim());
  const send = async () => {
    setTried(true);
    const { az, en, ru, tr } = texts;
    if (az.trim() === '' || en.trim() === '') return;
    const summary = { az: az.trim(), en: en.trim(), ru: optional(ru), tr: optional(tr) };
    const done = await submit({ input: { reportId, summary } });
    if (done !== null) onSubmitted();
  };
  return (
    <Dialog title={<Trans>Hesabat: {title}</Trans>} isOpen onClose={onClose}>
      <p>
        <Trans>Ölkənin həmin il nə etdiyini yazın. Göndəriləndən sonra hesabatı dəyişmək olmur.</Trans>
      </p>
      <Form
        submit={<Trans>Hesabatı göndər</Trans>}
        state={state}
        onSubmit={() => void send()}
        aside={
          <Button variant="quiet" onPress={onClose}>
            <Trans>Bağla</Trans>
          </Button>
        }
      >
        <Field
          label={t`Azərbaycan dilində`}
          name="az"
          lines={4}
          isRequired
          value={texts.az}
          onChange={write('az')}
          error={needed(texts.az)}
        />
        <Field
          label={t`İngilis dilində`}
          name="en"
          lines={4}
          isRequired
          value={texts.en}
          onChange={write('en')}
          error={needed(texts.en)}
        />
        <Field label={t`Rus dilində (istəyə görə)`} name="ru" lines={3} value={texts.ru} onChange={write('ru')} />
        <Field label={t`Türk dilində (istəyə görə)`} name="tr" lines={3} value={texts.tr} onChange={write('tr')} />
      </Form>
    </Dialog>
  );
}
