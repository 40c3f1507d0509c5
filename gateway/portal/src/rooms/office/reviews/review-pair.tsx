import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Tag } from '../../../design/base/tag.js';
import { Notice, type Tone } from '../../../design/states/notice.js';
import { type Column, DataTable } from '../../../design/table/data-table.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import type { ReviewPair_ReviewFragment } from '../../../generated/graphql.js';
import { formatNumber } from '../../../language/format.js';
import { comparedValueTerms, levelTerm, nationalNumberTerms } from '../office-terms.js';
import { EvidenceBar } from './evidence-bar.js';

const PairReview = graphql(`
  fragment ReviewPair_review on LinkageReview {
    id
    probability
    weight
    isConflict
    nationalNumbers
    fields {
      field
      left
      right
      level
      weight
    }
    left {
      id
      version
      organization {
        id
        name
      }
    }
    right {
      id
      version
      organization {
        id
        name
      }
    }
  }
`);

type Evidence = ReviewPair_ReviewFragment['fields'][number];

/** Two records side by side: whose they are, what each value says, and what all of it comes to. */
export function ReviewPair(props: { review: FragmentType<typeof PairReview> }) {
  const { t, i18n } = useLingui();
  const review = readFragment(PairReview, props.review);
  const columns: readonly Column<Evidence>[] = [
    { key: 'field', title: t`Nə`, cell: ({ field }) => i18n._(comparedValueTerms[field]) },
    { key: 'left', title: t`Birinci qeyd`, cell: ({ left }) => <Masked text={left} /> },
    { key: 'right', title: t`İkinci qeyd`, cell: ({ right }) => <Masked text={right} /> },
    {
      key: 'level',
      title: t`Uyğunluq`,
      cell: ({ level, weight }) => {
        const term = levelTerm(level);
        return <Tag tone={toneOf(level, weight)}>{term === null ? level : i18n._(term)}</Tag>;
      },
    },
    { key: 'weight', title: t`Sübutun gücü`, cell: ({ weight }) => <EvidenceBar weight={weight} /> },
  ];
  const likely = formatNumber(review.probability, { style: 'percent', maximumFractionDigits: 1 });
  const weight = formatNumber(review.weight, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const numbers = i18n._(nationalNumberTerms[review.nationalNumbers]);
  return (
    <div className="grid gap-4">
      <dl className="grid gap-3 sm:grid-cols-2">
        <RecordOwner title={<Trans>Birinci qeyd</Trans>} record={review.left} />
        <RecordOwner title={<Trans>İkinci qeyd</Trans>} record={review.right} />
      </dl>
      {review.isConflict && (
        <Notice tone="danger" title={<Trans>Sübutlar bir nəfər deyir, amma qayda buna icazə vermir</Trans>}>
          <p>
            <Trans>Məsələn, hər şəxsi yalnız bir dəfə yazan reyestrdə iki qeyd bir nəfərin ola bilməz.</Trans>
          </p>
        </Notice>
      )}
      <DataTable
        caption={t`Qeydlərin müqayisəsi`}
        columns={columns}
        rows={review.fields}
        keyOf={({ field }) => field}
      />
      <p className="rounded-lg bg-sunken p-4">
        <Trans>
          Cəmi <strong>{weight}</strong>: uyğunluğun təsadüf olmaması ehtimalı <strong>{likely}</strong>. Qohum və ya
          adaş da belə uyğun gələ bilər.
        </Trans>{' '}
        <span className="text-soft">
          <Trans>Şəxsi nömrə: {numbers}.</Trans>
        </span>
      </p>
    </div>
  );
}

function RecordOwner({ title, record }: { title: ReactNode; record: ReviewPair_ReviewFragment['left'] }) {
  const version = record?.version ?? 1;
  return (
    <div className="rounded-xl border border-line bg-raised p-3">
      <dt className="text-sm text-soft">{title}</dt>
      <dd>
        {record?.organization?.name ?? <Trans>Təşkilat məlum deyil</Trans>}
        {version > 1 && (
          <span className="text-sm text-soft">
            {' · '}
            <Trans>variant {version}</Trans>
          </span>
        )}
      </dd>
    </div>
  );
}

function Masked({ text }: { text: string | null }) {
  return text === null ? (
    <span className="text-soft">
      <Trans>yoxdur</Trans>
    </span>
  ) : (
    <span className="font-semibold">{text}</span>
  );
}

function toneOf(level: string, weight: number): Tone {
  if (level === 'missing') return 'neutral';
  if (weight < 0) return 'danger';
  return level === 'equal' ? 'success' : 'warning';
}
