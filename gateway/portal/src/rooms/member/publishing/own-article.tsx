import { Trans } from '@lingui/react/macro';
import { Card } from '../../../design/base/card.js';
import { Disclosure } from '../../../design/base/disclosure.js';
import { ConfirmedAction } from '../../../design/form/confirmed-action.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry, formatMoment } from '../../../language/format.js';
import { ArticleForm } from './article-form.js';
import { keptTexts } from './four-languages.js';

const OwnArticleArticle = graphql(`
  fragment OwnArticle_article on AlumniArticle {
    id
    title
    kind
    publishedAt
    correctedAt
    titleTexts {
      az
      en
      ru
      tr
    }
    bodyTexts {
      az
      en
      ru
      tr
    }
    country {
      code
    }
  }
`);

const WithdrawArticle = graphql(`
  mutation WithdrawArticle($articleId: ID!) @purpose(is: "none") {
    withdrawAlumniArticle(articleId: $articleId) {
      ... on AlumniArticle {
        id
        withdrawnAt
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface OwnArticleProps {
  readonly article: FragmentType<typeof OwnArticleArticle>;
  /** The countries of the associations. */
  readonly codes: readonly string[];
  readonly onChanged: () => void;
}

/** Something that the organisation published, and the way to withdraw it. */
export function OwnArticle(props: OwnArticleProps) {
  const article = readFragment(OwnArticleArticle, props.article);
  const { id, title, kind, publishedAt, correctedAt, country } = article;
  const day = correctedAt != null && formatMoment(correctedAt);
  return (
    <Card>
      <h3 className="font-semibold break-words">{title}</h3>
      <p className="text-soft">
        {kind === 'NEWS' ? <Trans>Xəbər</Trans> : <Trans>Bələdçi</Trans>} · {formatMoment(publishedAt)}
        {country != null && <> · {formatCountry(country.code)}</>}
        {day !== false && (
          <>
            {' · '}
            <Trans>düzəliş: {day}</Trans>
          </>
        )}
      </p>
      <Disclosure label={<Trans>Düzəliş et</Trans>}>
        <ArticleForm
          key={correctedAt}
          codes={props.codes}
          onSaved={props.onChanged}
          article={{
            id,
            country: country?.code ?? '',
            title: keptTexts(article.titleTexts),
            body: keptTexts(article.bodyTexts),
          }}
        />
      </Disclosure>
      <div>
        <ConfirmedAction
          label={<Trans>Dərcdən çıxar</Trans>}
          title={<Trans>Dərcdən çıxarılsın?</Trans>}
          document={WithdrawArticle}
          variables={{ articleId: id }}
          cancel={<Trans>Ləğv et</Trans>}
          onDone={props.onChanged}
        >
          <p>
            <Trans>Onu daha heç kim görməyəcək və geri qaytarmaq olmur.</Trans>
          </p>
        </ConfirmedAction>
      </div>
    </Card>
  );
}
