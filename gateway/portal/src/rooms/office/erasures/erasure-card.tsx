import { Trans, useLingui } from '@lingui/react/macro';
import { Card } from '../../../design/base/card.js';
import { Tag } from '../../../design/base/tag.js';
import type { Tone } from '../../../design/states/notice.js';
import { DataTable } from '../../../design/table/data-table.js';
import type { MemberErasureState } from '../../../generated/codes.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment, formatNumber } from '../../../language/format.js';
import { ownerTerm } from '../../../language/terms.js';
import { erasureStateTerms } from '../office-terms.js';

const Request = graphql(`
  fragment ErasureCard_request on ErasureRequest {
    id
    requestedAt
    takesEffectAt
    deadline
    overdue
    completedAt
    withdrawnAt
    members {
      member
      state
      attempts
      lastAttemptAt
      acknowledgedAt
      tables {
        erased
        kept
        overwritten
      }
    }
  }
`);

const tones: Readonly<Record<MemberErasureState, Tone>> = {
  ERASED: 'success',
  KEPT: 'success',
  PENDING: 'neutral',
  UNREACHABLE: 'warning',
};

/** One request to be erased: how far it is, and what each member answered. */
export function ErasureCard(props: { request: FragmentType<typeof Request> }) {
  const { t, i18n } = useLingui();
  const request = readFragment(Request, props.request);
  const requested = formatMoment(request.requestedAt);
  const effect = formatMoment(request.takesEffectAt);
  const deadline = formatMoment(request.deadline);
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-3">
        <h3>
          <Trans>{requested} tarixli sorğu</Trans>
        </h3>
        {request.overdue && (
          <Tag tone="danger">
            <Trans>vaxtı keçib</Trans>
          </Tag>
        )}
        {request.completedAt !== null && (
          <Tag tone="success">
            <Trans>bitib</Trans>
          </Tag>
        )}
        {request.withdrawnAt !== null && (
          <Tag>
            <Trans>geri götürülüb</Trans>
          </Tag>
        )}
      </div>
      {request.withdrawnAt === null && (
        <p className="text-soft">
          <Trans>
            {effect} tarixində başlayır, {deadline} tarixinədək hamı cavab verməlidir.
          </Trans>
        </p>
      )}
      {request.withdrawnAt === null && request.members.length > 0 && (
        <DataTable
          caption={t`Üzvlərin cavabları`}
          rows={request.members}
          keyOf={({ member }) => member}
          columns={[
            {
              key: 'member',
              title: t`Üzv`,
              cell: ({ member }) => {
                const term = ownerTerm(member);
                return term === null ? member : i18n._(term);
              },
            },
            {
              key: 'state',
              title: t`Vəziyyəti`,
              cell: ({ state }) => <Tag tone={tones[state]}>{i18n._(erasureStateTerms[state])}</Tag>,
            },
            {
              key: 'attempts',
              title: t`Neçə dəfə soruşulub`,
              isNumber: true,
              cell: ({ attempts }) => formatNumber(attempts),
            },
            {
              key: 'answered',
              title: t`Cavab`,
              cell: ({ acknowledgedAt, lastAttemptAt }) =>
                acknowledgedAt !== null ? (
                  formatMoment(acknowledgedAt, { time: true })
                ) : (
                  <span className="text-soft">{lastAttemptAt === null ? '–' : <Trans>hələ yox</Trans>}</span>
                ),
            },
            {
              key: 'rows',
              title: t`Silinib / qalıb`,
              cell: ({ tables }) =>
                tables.length === 0
                  ? '–'
                  : `${formatNumber(sum(tables, 'erased') + sum(tables, 'overwritten'))}\u00a0/\u00a0${formatNumber(sum(tables, 'kept'))}`,
            },
          ]}
        />
      )}
    </Card>
  );
}

function sum<Key extends string>(tables: readonly Readonly<Record<Key, number>>[], key: Key): number {
  return tables.reduce((total, table) => total + table[key], 0);
}
