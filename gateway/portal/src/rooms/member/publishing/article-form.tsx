import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import type { AlumniArticleKind } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import { CountryChoice } from './country-choice.js';
import { FourLanguages, noTexts, sentTexts } from './four-languages.js';

const PublishArticle = graphql(`
  mutation PublishArticle($input: PublishAlumniArticleInput!) @purpose(is: "none") {
    publishAlumniArticle(input: $input) {
      ... on AlumniArticle {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface ArticleFormProps {
  readonly codes: readonly string[];
  readonly onSaved: () => void;
}

/** News or a guide; it is public at once. */
export function ArticleForm({ codes, onSaved }: ArticleFormProps) {
  const { t } = useLingui();
  const [publish, state] = useAction(PublishArticle);
  const [kind, setKind] = useState<AlumniArticleKind>('NEWS');
  const [country, setCountry] = useState('');
  const [title, setTitle] = useState(noTexts);
  const [body, setBody] = useState(noTexts);
  const submit = async () => {
    const input = {
      kind,
      countryCode: country === '' ? null : country,
      title: sentTexts(title),
      body: sentTexts(body),
    };
    if ((await publish({ input })) === null) return;
    setTitle(noTexts);
    setBody(noTexts);
    onSaved();
  };
  return (
    <Form submit={<Trans>Dərc et</Trans>} state={state} onSubmit={() => void submit()}>
      <Select
        label={<Trans>Növ</Trans>}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'NEWS', text: t`Xəbər` },
          { value: 'GUIDE', text: t`Bələdçi` },
        ]}
      />
      <CountryChoice value={country} onChange={setCountry} codes={codes} />
      <FourLanguages label={t`Başlıq`} name="title" value={title} onChange={setTitle} />
      <FourLanguages label={t`Mətn`} name="body" value={body} onChange={setBody} lines={5} />
    </Form>
  );
}
