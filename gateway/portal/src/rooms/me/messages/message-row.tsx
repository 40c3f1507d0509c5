import { Trans, useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import { Button } from '../../../design/base/button.js';
import { Chevron } from '../../../design/base/icons.js';
import { ButtonLink } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { channelTerms, messageKindTerms } from '../me-terms.js';
import { MemberText } from './member-text.js';
import { messageLinks } from './message-links.js';

const MessageRowMessage = graphql(`
  fragment MessageRow_message on Message {
    id
    kind
    member
    subject
    body
    sentAt
    readAt
    archivedAt
    organization {
      id
      name
    }
    deliveries {
      channel
      deliveredAt
    }
  }
`);

interface MessageRowProps {
  readonly message: FragmentType<typeof MessageRowMessage>;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  readonly onToggle: () => void;
  readonly onSelect: (isSelected: boolean) => void;
  readonly onArchive: () => void;
}

/** A message in the list: what it is about; opened, what it says and where one does something about it. */
export function MessageRow({ message, isOpen, isSelected, onToggle, onSelect, onArchive }: MessageRowProps) {
  const { t, i18n } = useLingui();
  const contentId = useId();
  const { id, kind, member, subject, body, sentAt, readAt, archivedAt, organization, deliveries } = readFragment(
    MessageRowMessage,
    message,
  );
  const isRead = readAt != null;
  const link = messageLinks[kind];
  const about = [organization?.name, formatMoment(sentAt, { time: true })].filter(Boolean).join(' · ');
  return (
    <li className="rounded-xl border border-line bg-raised">
      <div className="flex items-start">
        <label className="grid min-h-target min-w-target cursor-pointer place-items-center p-3">
          <input
            type="checkbox"
            aria-label={t`Seç: ${subject}`}
            checked={isSelected}
            onChange={(event) => onSelect(event.target.checked)}
            className="size-5 accent-accent"
          />
        </label>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={contentId}
          onClick={onToggle}
          className="flex min-w-0 grow cursor-pointer items-start justify-between gap-2 py-3 pr-3 text-left"
        >
          <span className="grid min-w-0 gap-1">
            <span className={`flex flex-wrap items-center gap-2 ${isRead ? '' : 'font-semibold'}`}>
              {subject}
              {!isRead && (
                <Tag tone="info">
                  <Trans>yeni</Trans>
                </Tag>
              )}
            </span>
            <span className="text-sm text-soft">{about}</span>
          </span>
          <span className={`mt-1 text-soft ${isOpen ? 'rotate-180' : ''}`}>
            <Chevron />
          </span>
        </button>
      </div>
      <div id={contentId} hidden={!isOpen} className="border-t border-line">
        {isOpen && (
          <div className="grid gap-3 p-4">
            <p className="text-sm text-soft">{i18n._(messageKindTerms[kind])}</p>
            {member == null ? (
              <p className="whitespace-pre-line">{body}</p>
            ) : (
              <MemberText id={id} member={member} notice={body} />
            )}
            {deliveries.map(({ channel, deliveredAt }) => {
              const where = i18n._(channelTerms[channel]);
              const when = deliveredAt == null ? '' : formatMoment(deliveredAt, { time: true });
              return (
                <p key={channel} className="text-sm text-soft">
                  {deliveredAt == null ? (
                    <Trans>{where}: hələ göndərilməyib</Trans>
                  ) : (
                    <Trans>
                      {where}: {when} göndərilib
                    </Trans>
                  )}
                </p>
              );
            })}
            <div className="flex flex-wrap gap-3">
              {link !== null && (
                <ButtonLink to={link} variant="secondary">
                  <Trans>Ətraflı bax</Trans>
                </ButtonLink>
              )}
              <Button variant="quiet" onPress={onArchive}>
                {archivedAt == null ? <Trans>Arxivə köçür</Trans> : <Trans>Arxivdən çıxar</Trans>}
              </Button>
            </div>
          </div>
        )}
      </div>
    </li>
  );
}
