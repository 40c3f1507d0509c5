import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { DateField } from '../../../design/form/date-field.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { LoneState } from '../../../design/states/lone-state.js';
import { Notice } from '../../../design/states/notice.js';
import { Unreachable } from '../../../design/states/unreachable.js';
import { graphql } from '../../../generated/gql.js';
import { compareText, formatCountry, formatNumber } from '../../../language/format.js';
import { languageNames, languages } from '../../../language/languages.js';
import { definePage } from '../../../page/page.js';
import { officerPage } from '../purpose/officer-page.js';
import { Choices } from './choices.js';

const RegisterAgreementPage = graphql(`
  query RegisterAgreementPage @purpose(is: "none") {
    organizations(first: 100) {
      nodes {
        id
        name
      }
    }
    countries {
      code
    }
  }
`);

const RegisterAgreement = graphql(`
  mutation RegisterAgreement($input: RegisterAgreementInput!) @purpose(is: "none") {
    registerAgreement(input: $input) {
      ... on Agreement {
        id
        title
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const goals = Array.from({ length: 17 }, (_, index) => String(index + 1));
const nothing = {
  title: { az: '', en: '', ru: '', tr: '' },
  signedOn: '',
  expiresOn: '',
  countries: [] as readonly string[],
  parties: [] as readonly string[],
  goals: [] as readonly string[],
};

/** Enters an agreement as it was signed; the center does it once for each. */
export const page = officerPage(
  definePage({
    document: RegisterAgreementPage,
    variables: () => ({}),
    title: msg`Sazişi qeydə alın`,
    Component: function RegisterAgreementForm({ answer }) {
      const { t } = useLingui();
      const [written, setWritten] = useState(nothing);
      const [isTried, setTried] = useState(false);
      const [registered, setRegistered] = useState<string | null>(null);
      const [register, state] = useAction(RegisterAgreement);
      const { title, signedOn, expiresOn, countries, parties } = written;
      const submit = async () => {
        setTried(true);
        setRegistered(null);
        if (title.az.trim() === '' || title.en.trim() === '' || signedOn === '') return;
        const input = {
          title: { az: title.az, en: title.en, ru: title.ru.trim() || null, tr: title.tr.trim() || null },
          signedOn,
          expiresOn: expiresOn || null,
          countryCodes: [...countries],
          partyIds: [...parties],
          sdgGoals: written.goals.map(Number),
        };
        if ((await register({ input })) === null) return;
        setRegistered(title.az);
        setTried(false);
        setWritten(nothing);
      };
      const needed = (text: string) => isTried && text.trim() === '' && t`Bu dildə adını yazın.`;
      if (answer.data.organizations == null || answer.data.countries == null)
        return (
          <LoneState title={<Trans>Sazişi qeydə alın</Trans>}>
            <Unreachable member={<Trans>Birliyin ofisi</Trans>} onRetry={answer.reload} />
          </LoneState>
        );
      return (
        <div className="grid gap-6">
          <h1>
            <Trans>Sazişi qeydə alın</Trans>
          </h1>
          <Form submit={<Trans>Sazişi qeydə al</Trans>} state={state} onSubmit={() => void submit()}>
            {registered !== null && (
              <Notice tone="success" role="status" title={<Trans>Saziş qeydə alındı: {registered}</Trans>} />
            )}
            {languages.map((language) => {
              const name = languageNames[language];
              return (
                <Field
                  key={language}
                  label={<Trans>Adı, {name}</Trans>}
                  name={`title-${language}`}
                  value={title[language]}
                  onChange={(text) => setWritten({ ...written, title: { ...title, [language]: text } })}
                  error={(language === 'az' || language === 'en') && needed(title[language])}
                  isRequired={language === 'az' || language === 'en'}
                  maxLength={200}
                />
              );
            })}
            <DateField
              label={<Trans>İmzalanıb</Trans>}
              value={signedOn}
              onChange={(day) => setWritten({ ...written, signedOn: day })}
              error={isTried && signedOn === '' && t`Gün, ay və il yazın.`}
            />
            <DateField
              label={<Trans>Son günü</Trans>}
              hint={<Trans>Müddətsizdirsə, boş qoyun.</Trans>}
              value={expiresOn}
              onChange={(day) => setWritten({ ...written, expiresOn: day })}
            />
            <Choices
              legend={<Trans>Tərəflər, ən azı ikisi</Trans>}
              options={answer.data.organizations.nodes
                .map(({ id, name }) => ({ value: id, text: name ?? '' }))
                .toSorted((one, other) => compareText(one.text, other.text))}
              chosen={parties}
              onChange={(values) => setWritten({ ...written, parties: values })}
            />
            <Choices
              legend={<Trans>Ölkələr, ən azı ikisi</Trans>}
              options={answer.data.countries
                .map(({ code }) => ({ value: code, text: formatCountry(code) }))
                .toSorted((one, other) => compareText(one.text, other.text))}
              chosen={countries}
              onChange={(values) => setWritten({ ...written, countries: values })}
            />
            <Choices
              legend={<Trans>Davamlı inkişaf məqsədləri</Trans>}
              options={goals.map((value) => ({ value, text: formatNumber(Number(value)) }))}
              chosen={written.goals}
              onChange={(values) => setWritten({ ...written, goals: values })}
            />
          </Form>
        </div>
      );
    },
  }),
);
