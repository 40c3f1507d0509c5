import { Trans, useLingui } from '@lingui/react/macro';
import { Tag } from '../../../design/base/tag.js';
import { DataTable } from '../../../design/table/data-table.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment, formatNumber } from '../../../language/format.js';
import { MemberName, Milliseconds } from './operator-parts.js';
import { breakerTerms, outcomeTerms, stateTerms } from './operator-terms.js';

const Members = graphql(`
  fragment Members_gateway on Gateway {
    members {
      name
      host
      state
      since
      lastFailure
      breaker
      waiting
      times {
        count
        failures
        p50
        p95
      }
    }
  }
`);

/** Each member as the gateway reaches it. */
export function MembersTable({ gateway, isStale }: { gateway: FragmentType<typeof Members>; isStale: boolean }) {
  const { t, i18n } = useLingui();
  const { members } = readFragment(Members, gateway);
  return (
    <DataTable
      caption={t`Üzvlər`}
      isStale={isStale}
      rows={members}
      keyOf={({ name }) => name}
      columns={[
        {
          key: 'member',
          title: t`Üzv`,
          cell: ({ name, host }) => (
            <span className="grid">
              <MemberName member={name} />
              <span className="text-sm font-normal text-soft">{host}</span>
            </span>
          ),
        },
        {
          key: 'state',
          title: t`Vəziyyəti`,
          cell: ({ state, since, lastFailure, breaker }) => {
            const { term, tone } = stateTerms[state];
            const moment = since == null ? null : formatMoment(since, { time: true });
            return (
              <span className="grid justify-items-start gap-1 max-sm:justify-items-end max-sm:text-right">
                <Tag tone={tone}>{i18n._(term)}</Tag>
                {breaker !== 'CLOSED' && <Tag tone="danger">{i18n._(breakerTerms[breaker])}</Tag>}
                {state === 'FAILS' && lastFailure != null && (
                  <span className="text-sm">{i18n._(outcomeTerms[lastFailure].term)}</span>
                )}
                {moment !== null && (
                  <span className="text-sm text-soft">
                    <Trans>{moment} tarixindən</Trans>
                  </span>
                )}
              </span>
            );
          },
        },
        {
          key: 'requests',
          title: t`5 dəqiqədə sorğu`,
          isNumber: true,
          cell: ({ times, waiting }) => (
            <span className="grid">
              {formatNumber(times.count)}
              {waiting > 0 && (
                <span className="text-sm text-warning">
                  <Trans>gözləyir: {waiting}</Trans>
                </span>
              )}
            </span>
          ),
        },
        {
          key: 'failures',
          title: t`Alınmayan`,
          isNumber: true,
          cell: ({ times: { count, failures } }) =>
            count === 0 ? '–' : formatNumber(failures / count, { style: 'percent', maximumFractionDigits: 1 }),
        },
        { key: 'p50', title: t`Yarısı ən çoxu`, isNumber: true, cell: ({ times }) => <Milliseconds ms={times.p50} /> },
        {
          key: 'p95',
          title: t`100-dən 95-i ən çoxu`,
          isNumber: true,
          cell: ({ times }) => <Milliseconds ms={times.p95} />,
        },
      ]}
    />
  );
}
