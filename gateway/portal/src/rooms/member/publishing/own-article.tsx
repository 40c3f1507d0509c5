import { Trans } from '@lingui/react/macro';
import { Card } from '../../../design/base/card.js';
import { ConfirmedAction } from '../../../design/form/confirmed-action.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry, formatMoment } from '../../../language/format.js';

const OwnArticleArticle = graphql(`
  fragment OwnArticle_article on AlumniArticle {
    id
    title
    kind
    publishedAt
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
  readonly onChanged: () => void;
}

/** Something that the organisation published, and the way to withdraw it. */
export function OwnArticle(props: OwnArticleProps) {
  const { id, title, kind, publishedAt, country } = readFragment(OwnArticleArticle, props.article);
  return (
    <Card>
      <h3 className="font-semibold break-words">{title}</h3>
      <p className="text-soft">
        {kind === 'NEWS' ? <Trans>Xəbər</Trans> : <Trans>Bələdçi</Trans>} · {formatMoment(publishedAt)}
        {country != null && <> · {formatCountry(country.code)}</>}
      </p>
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
