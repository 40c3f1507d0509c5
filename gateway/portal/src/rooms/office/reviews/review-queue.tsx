import { Trans, useLingui } from '@lingui/react/macro';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment, formatNumber } from '../../../language/format.js';

const QueuedReview = graphql(`
  fragment ReviewQueue_review on LinkageReview {
    id
    probability
    isConflict
    isUnsure
    raisedAt
    right {
      id
      organization {
        id
        name
      }
    }
  }
`);

interface ReviewQueueProps {
  readonly reviews: readonly FragmentType<typeof QueuedReview>[];
  readonly current: string | null;
  readonly onChoose: (id: string) => void;
}

/** The questions that wait, the strongest first. */
export function ReviewQueue(props: ReviewQueueProps) {
  const { t } = useLingui();
  const reviews = readFragment(QueuedReview, props.reviews);
  return (
    <ol aria-label={t`Növbə`} className="grid gap-1">
      {reviews.map(({ id, probability, isConflict, isUnsure, raisedAt, right }) => (
        <li key={id}>
          <button
            type="button"
            aria-current={id === props.current}
            onClick={() => props.onChoose(id)}
            className="grid min-h-target w-full cursor-pointer gap-1 rounded-lg border-l-4 border-transparent px-3 py-2 text-left hover:bg-sunken aria-[current=true]:border-accent aria-[current=true]:bg-accent-soft"
          >
            <span className="line-clamp-2 text-sm">
              {right?.organization?.name ?? <Trans>Təşkilat məlum deyil</Trans>}
            </span>
            <span className="flex flex-wrap items-center gap-2 text-sm text-soft">
              <span className="font-semibold text-ink">
                {formatNumber(probability, { style: 'percent', maximumFractionDigits: 1 })}
              </span>
              {formatMoment(raisedAt)}
              {isConflict && (
                <Tag tone="danger">
                  <Trans>ziddiyyət</Trans>
                </Tag>
              )}
              {isUnsure && (
                <Tag>
                  <Trans>bir dəfə baxılıb</Trans>
                </Tag>
              )}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
