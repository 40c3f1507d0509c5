import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { graphql } from '../../../generated/gql.js';
import type { MessagesPageQuery } from '../../../generated/graphql.js';
import { MessageRow } from './message-row.js';

const MarkMessages = graphql(`
  mutation MarkMessages($input: MarkMessagesInput!) @purpose(is: "none") {
    markMessages(input: $input) {
      id
      readAt
      archivedAt
    }
  }
`);

type ListedMessage = NonNullable<NonNullable<MessagesPageQuery['me']>['messages']>['nodes'][number];

interface MessageListProps {
  readonly messages: readonly ListedMessage[];
  readonly isArchive: boolean;
  /** The message that is open at first. */
  readonly startWith: string | null;
  readonly onMarked: () => void;
}

/** Messages, of which one is open at a time; opening reads it. Several are read or archived at once, and archiving is undone. */
export function MessageList({ messages, isArchive, startWith, onMarked }: MessageListProps) {
  const [mark, state] = useAction(MarkMessages);
  const [openId, setOpenId] = useState(startWith);
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [moved, setMoved] = useState<readonly string[]>([]);
  const marked = async (ids: readonly string[], archived: boolean) => {
    const data = await mark({ input: { ids: [...ids], read: true, archived } });
    if (data !== null) onMarked();
    return data !== null;
  };
  const toggle = (message: ListedMessage) => {
    const isOpening = openId !== message.id;
    setOpenId(isOpening ? message.id : null);
    if (isOpening && message.readAt == null) void marked([message.id], isArchive);
  };
  const move = async (ids: readonly string[]) => {
    if (!(await marked(ids, !isArchive))) return;
    setMoved(ids);
    setSelected([]);
    setOpenId(null);
  };
  const undo = async () => {
    if (await marked(moved, isArchive)) setMoved([]);
  };
  const chosen = selected.filter((id) => messages.some((message) => message.id === id));
  const count = chosen.length;
  const unread = messages.filter(({ readAt }) => readAt == null).map(({ id }) => id);
  return (
    <div className="grid gap-3">
      <ProblemSummary state={state} />
      <div role="status" className="empty:hidden">
        {moved.length > 0 && (
          <p className="flex flex-wrap items-center justify-between gap-3 rounded-lg bg-sunken px-4 py-1">
            {isArchive ? <Trans>Arxivdən çıxarıldı.</Trans> : <Trans>Arxivə köçürüldü.</Trans>}
            <Button variant="quiet" isPending={state.running} onPress={() => void undo()}>
              <Trans>Geri qaytar</Trans>
            </Button>
          </p>
        )}
      </div>
      {(chosen.length > 0 || unread.length > 1) && (
        <div className="flex flex-wrap items-center gap-x-3">
          {chosen.length === 0 ? (
            <Button variant="quiet" isPending={state.running} onPress={() => void marked(unread, isArchive)}>
              <Trans>Hamısını oxunmuş et</Trans>
            </Button>
          ) : (
            <>
              <span className="text-soft">
                <Plural value={count} one="# mesaj seçilib" other="# mesaj seçilib" />
              </span>
              <Button variant="quiet" isPending={state.running} onPress={() => void marked(chosen, isArchive)}>
                <Trans>Oxunmuş et</Trans>
              </Button>
              <Button variant="quiet" isPending={state.running} onPress={() => void move(chosen)}>
                {isArchive ? <Trans>Arxivdən çıxar</Trans> : <Trans>Arxivə köçür</Trans>}
              </Button>
            </>
          )}
        </div>
      )}
      {messages.length > 0 && (
        <ul className="grid gap-3">
          {messages.map((message) => (
            <MessageRow
              key={message.id}
              message={message}
              isOpen={openId === message.id}
              isSelected={chosen.includes(message.id)}
              onToggle={() => toggle(message)}
              onSelect={(isSelected) =>
                setSelected(isSelected ? [...chosen, message.id] : chosen.filter((id) => id !== message.id))
              }
              onArchive={() => void move([message.id])}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
