import { useLingui } from '@lingui/react';
import { Facts } from '../../../design/base/facts.js';
import { Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { Trans } from '@lingui/react/macro';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatList, formatMoment, formatNumber } from '../../../language/format.js';
import { categoryTerms } from '../../../language/terms.js';
import { requestTerms } from '../member-terms.js';
import { endingWithin, type Present } from './present.rule.js';

const ConsentAnswers_request = graphql(`
  fragment ConsentAnswers_request on ConsentRequest {
    id
    state
    categories
    purpose
    askedAt
    answeredAt
    lapsesAt
    wantedUntil
    volunteer {
      id
    }
  }
`);

/** For how long an answer is new, and how many days before their end consents are shown. */
const [newDays, endingDays] = [7, 30];

interface ConsentAnswersProps {
  readonly now: Present;
  readonly requests: readonly FragmentType<typeof ConsentAnswers_request>[];
  /** The names of purposes by their codes. */
  readonly purposes: ReadonlyMap<string, string>;
}

/** How many are shown: the newest. */
const mostShown = 5;

/** What became of what people were asked for. */
export function ConsentAnswers({ requests, purposes, now }: ConsentAnswersProps) {
  const { i18n } = useLingui();
  const all = readFragment(ConsentAnswers_request, requests);
  const waiting = endingWithin(
    all.flatMap(({ state, lapsesAt }) => (state === 'OPEN' ? [lapsesAt] : [])),
    now,
    null,
  );
  const ending = endingWithin(
    all.flatMap(({ state, wantedUntil }) => (state === 'ACCEPTED' && wantedUntil !== null ? [wantedUntil] : [])),
    now,
    endingDays,
  );
  const since = new Date(Date.parse(now) - newDays * 86_400_000).toISOString();
  const answered = all.filter(({ answeredAt }) => answeredAt !== null && answeredAt >= since).length;
  const byFirst = (ends: readonly string[]) =>
    ends[0] === undefined ? '0' : `${formatNumber(ends.length)} · ${formatMoment(ends[0])}`;
  const newest = all
    .toSorted((one, other) => ((one.answeredAt ?? one.askedAt) < (other.answeredAt ?? other.askedAt) ? 1 : -1))
    .slice(0, mostShown);
  return (
    <div className="grid gap-4">
      <Facts
        rows={[
          [<Trans>Cavab gözləyir, birincisi bitir</Trans>, byFirst(waiting)],
          [<Trans>Son həftədə cavab verilib</Trans>, formatNumber(answered)],
          [<Trans>Bir ay içində bitir, birincisi</Trans>, byFirst(ending)],
        ]}
      />
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
    </div>
  );
}
