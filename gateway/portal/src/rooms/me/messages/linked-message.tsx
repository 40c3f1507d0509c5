import { Trans } from '@lingui/react/macro';
import { Empty } from '../../../design/states/empty.js';
import { graphql } from '../../../generated/gql.js';
import { definePart } from '../../../page/part.js';
import { MessageList } from './message-list.js';

const OneMessage = graphql(`
  query OneMessage($id: ID!) @purpose(is: "none") {
    me {
      id
      message(id: $id) {
        id
        readAt
        archivedAt
        ...MessageRow_message
      }
    }
  }
`);

interface LinkedMessageProps {
  readonly id: string;
  readonly onMarked: () => void;
}

/** The message that a link opens, where the list beside it is another page or the other box. */
export const LinkedMessage = definePart({
  document: OneMessage,
  variables: ({ id }: LinkedMessageProps) => ({ id }),
  Component: function OpenedMessage({ answer, id, onMarked }) {
    const message = answer.data.me?.message ?? null;
    if (message === null) {
      return (
        <Empty>
          <Trans>Bu mesaj tapılmadı.</Trans>
        </Empty>
      );
    }
    return (
      <MessageList messages={[message]} isArchive={message.archivedAt != null} startWith={id} onMarked={onMarked} />
    );
  },
});
