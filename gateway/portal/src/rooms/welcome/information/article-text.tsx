import { Trans, useLingui } from '@lingui/react/macro';
import { Card } from '../../../design/base/card.js';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry, formatMoment } from '../../../language/format.js';
import { SourceNote } from '../source/source-note.js';

const ArticleTextArticle = graphql(`
  fragment ArticleText_article on AlumniArticle {
    id
    title
    body
    language
    publishedAt
    correctedAt
    country {
      code
    }
    organization {
      id
      name
    }
    source {
      ...SourceNote_source
    }
  }
`);

/** News or a guide; where nobody wrote it in the reader's language, it says so. */
export function ArticleText(props: { readonly article: FragmentType<typeof ArticleTextArticle> }) {
  const { i18n } = useLingui();
  const article = readFragment(ArticleTextArticle, props.article);
  const corrected = article.correctedAt == null ? null : formatMoment(article.correctedAt);
  return (
    <Card>
      <h3 lang={article.language} className="text-lg font-semibold break-words">
        {article.title}
      </h3>
      <p className="text-soft">
        {[
          formatMoment(article.publishedAt),
          article.country == null ? null : formatCountry(article.country.code),
          article.organization?.name,
        ]
          .filter((part) => part != null)
          .join(' · ')}
        {corrected !== null && (
          <>
            {' · '}
            <Trans>düzəldilib: {corrected}</Trans>
          </>
        )}
      </p>
      {article.language !== i18n.locale && (
        <p>
          <Tag tone="info">
            <Trans>Azərbaycan dilində</Trans>
          </Tag>
        </p>
      )}
      <p lang={article.language} className="whitespace-pre-line break-words">
        {article.body}
      </p>
      <SourceNote source={article.source} />
    </Card>
  );
}
