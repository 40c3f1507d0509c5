import { useLingui as useCatalogue } from '@lingui/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Tag } from '../../../design/base/tag.js';
import type { Tone } from '../../../design/states/notice.js';
import { DataTable } from '../../../design/table/data-table.js';
import type { DeliveryState } from '../../../generated/codes.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { channelTerms, deliveryTerms, sentKindTerms } from './letter-terms.js';

const SentTable_message = graphql(`
  fragment SentTable_message on SentMessage {
    id
    kind
    sentAt
    isRead
    deliveries {
      channel
      state
    }
  }
`);

const tones: Readonly<Record<DeliveryState, Tone>> = {
  WAITING: 'info',
  QUIET: 'info',
  DELIVERED: 'success',
  FAILING: 'warning',
  GIVEN_UP: 'danger',
};

/** Messages with what became of each, newest first. */
export function SentTable({ messages }: { readonly messages: readonly FragmentType<typeof SentTable_message>[] }) {
  const { i18n } = useCatalogue();
  const { t } = useLingui();
  return (
    <DataTable
      caption={t`Göndərilən mesajlar`}
      rows={readFragment(SentTable_message, messages)}
      keyOf={({ id }) => id}
      columns={[
        { key: 'sent', title: <Trans>Nə vaxt</Trans>, cell: ({ sentAt }) => formatMoment(sentAt, { time: true }) },
        { key: 'kind', title: <Trans>Nə barədə</Trans>, cell: ({ kind }) => i18n._(sentKindTerms[kind]) },
        {
          key: 'read',
          title: <Trans>Oxunub</Trans>,
          cell: ({ isRead }) => (isRead ? <Trans>Hə</Trans> : <Trans>Hələ yox</Trans>),
        },
        {
          key: 'outside',
          title: <Trans>Başqa hara</Trans>,
          cell: ({ deliveries }) =>
            deliveries.length === 0 ? (
              <span className="text-soft">
                <Trans>yalnız mesajlarda</Trans>
              </span>
            ) : (
              <ul className="flex flex-wrap gap-1">
                {deliveries.map(({ channel, state }) => {
                  const [where, how] = [i18n._(channelTerms[channel]), i18n._(deliveryTerms[state])];
                  return (
                    <li key={channel}>
                      <Tag tone={tones[state]}>
                        {where}: {how}
                      </Tag>
                    </li>
                  );
                })}
              </ul>
            ),
        },
      ]}
    />
  );
}
