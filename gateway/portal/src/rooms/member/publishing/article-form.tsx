import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import type { AlumniArticleKind } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import { CountryChoice } from './country-choice.js';
import { FourLanguages, type FourTexts, noTexts, sentTexts } from './four-languages.js';

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

const CorrectArticle = graphql(`
  mutation CorrectArticle($input: CorrectAlumniArticleInput!) @purpose(is: "none") {
    correctAlumniArticle(input: $input) {
      ... on AlumniArticle {
        ...OwnArticle_article
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface KeptArticle {
  readonly id: string;
  readonly country: string;
  readonly title: FourTexts;
  readonly body: FourTexts;
}

interface ArticleFormProps {
  readonly codes: readonly string[];
  readonly onSaved: () => void;
  /** The one that is corrected; unset for a new one. */
  readonly article?: KeptArticle;
}

/** News or a guide; it is public at once. */
export function ArticleForm({ codes, onSaved, article }: ArticleFormProps) {
  const { t } = useLingui();
  const [publish, publishing] = useAction(PublishArticle);
  const [correct, correcting] = useAction(CorrectArticle);
  const [kind, setKind] = useState<AlumniArticleKind>('NEWS');
  const [country, setCountry] = useState(article?.country ?? '');
  const [title, setTitle] = useState(article?.title ?? noTexts);
  const [body, setBody] = useState(article?.body ?? noTexts);
  const submit = async () => {
    const countryCode = country === '' ? null : country;
    const texts = { countryCode, title: sentTexts(title), body: sentTexts(body) };
    if (article !== undefined) {
      if ((await correct({ input: { articleId: article.id, ...texts } })) !== null) onSaved();
      return;
    }
    if ((await publish({ input: { kind, ...texts } })) === null) return;
    setTitle(noTexts);
    setBody(noTexts);
    onSaved();
  };
  return (
    <Form
      submit={article === undefined ? <Trans>Dərc et</Trans> : <Trans>Düzəlişi saxla</Trans>}
      state={article === undefined ? publishing : correcting}
      onSubmit={() => void submit()}
    >
      {article === undefined && (
        <Select
          label={<Trans>Növ</Trans>}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'NEWS', text: t`Xəbər` },
            { value: 'GUIDE', text: t`Bələdçi` },
          ]}
        />
      )}
      <CountryChoice value={country} onChange={setCountry} codes={codes} />
      <FourLanguages label={t`Başlıq`} name={`${article?.id ?? 'new'}-title`} value={title} onChange={setTitle} />
      <FourLanguages label={t`Mətn`} name={`${article?.id ?? 'new'}-body`} value={body} onChange={setBody} lines={5} />
    </Form>
  );
}
