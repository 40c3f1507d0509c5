import { useLingui } from '@lingui/react';
import { Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { Trans } from '@lingui/react/macro';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatList, formatMoment } from '../../../language/format.js';
import { categoryTerms } from '../../../language/terms.js';
import { requestTerms } from '../member-terms.js';

const ConsentAnswers_request = graphql(`
  fragment ConsentAnswers_request on ConsentRequest {
    id
    state
    categories
    purpose
    askedAt
    answeredAt
    volunteer {
      id
    }
  }
`);

interface ConsentAnswersProps {
  readonly requests: readonly FragmentType<typeof ConsentAnswers_request>[];
  /** The names of purposes by their codes. */
  readonly purposes: ReadonlyMap<string, string>;
}

/** How many are shown: the newest. */
const mostShown = 5;

/** What became of what people were asked for. */
export function ConsentAnswers({ requests, purposes }: ConsentAnswersProps) {
  const { i18n } = useLingui();
  const newest = readFragment(ConsentAnswers_request, requests)
    .toSorted((one, other) => ((one.answeredAt ?? one.askedAt) < (other.answeredAt ?? other.askedAt) ? 1 : -1))
    .slice(0, mostShown);
  return (
    <ul className="grid gap-3">
      {newest.map(({ id, state, categories, purpose, askedAt, answeredAt, volunteer }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Tag tone={state === 'ACCEPTED' ? 'success' : state === 'OPEN' ? 'info' : 'neutral'}>
            {i18n._(requestTerms[state])}
          </Tag>
          <span>{formatList(categories.map((category) => i18n._(categoryTerms[category])))}</span>
          <span className="text-soft">
            {purposes.get(purpose) ?? purpose} · {formatMoment(answeredAt ?? askedAt)}
          </span>
          <Link to="/people/$id" params={{ id: volunteer.id }}>
            <Trans>Şəxsin səhifəsi</Trans>
          </Link>
        </li>
      ))}
    </ul>
  );
}
