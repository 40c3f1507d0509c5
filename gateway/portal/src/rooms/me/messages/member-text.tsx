import { Trans } from '@lingui/react/macro';
import { graphql } from '../../../generated/gql.js';
import { definePart } from '../../../page/part.js';

const UnionMessageText = graphql(`
  query UnionMessageText($ids: [ID!]!) @purpose(is: "none") {
    me {
      id
      messagesAtUnion(ids: $ids) {
        nodes {
          id
          subject
          body
        }
      }
    }
  }
`);

const CreativeMessageText = graphql(`
  query CreativeMessageText($ids: [ID!]!) @purpose(is: "none") {
    me {
      id
      messagesAtCreative(ids: $ids) {
        nodes {
          id
          subject
          body
        }
      }
    }
  }
`);

const AlumniMessageText = graphql(`
  query AlumniMessageText($ids: [ID!]!) @purpose(is: "none") {
    me {
      id
      messagesAtAlumni(ids: $ids) {
        nodes {
          id
          subject
          body
        }
      }
    }
  }
`);

interface MemberTextProps {
  readonly id: string;
  /** The member that wrote it and has the text. */
  readonly member: string;
  /** What is known without that member. */
  readonly notice: string;
}

/** The text of a message that a member wrote and keeps; it is asked for when the message is opened. */
export function MemberText(props: MemberTextProps) {
  switch (props.member) {
    case 'union':
      return <UnionText {...props} />;
    case 'creative':
      return <CreativeText {...props} />;
    case 'alumni':
      return <AlumniText {...props} />;
    default:
      return <p>{props.notice}</p>;
  }
}

const UnionText = definePart({
  document: UnionMessageText,
  variables: ({ id }: MemberTextProps) => ({ ids: [id] }),
  Component: ({ answer, notice }) => <Text text={answer.data.me?.messagesAtUnion?.nodes[0]} notice={notice} />,
});

const CreativeText = definePart({
  document: CreativeMessageText,
  variables: ({ id }: MemberTextProps) => ({ ids: [id] }),
  Component: ({ answer, notice }) => <Text text={answer.data.me?.messagesAtCreative?.nodes[0]} notice={notice} />,
});

const AlumniText = definePart({
  document: AlumniMessageText,
  variables: ({ id }: MemberTextProps) => ({ ids: [id] }),
  Component: ({ answer, notice }) => <Text text={answer.data.me?.messagesAtAlumni?.nodes[0]} notice={notice} />,
});

function Text(props: { text: { subject: string; body: string } | undefined; notice: string }) {
  if (props.text === undefined) {
    return (
      <>
        <p>{props.notice}</p>
        <p className="text-soft">
          <Trans>Mətni onu yazan üzv saxlayır, o isə hazırda cavab vermir.</Trans>
        </p>
      </>
    );
  }
  const { subject, body } = props.text;
  return (
    <>
      <p className="font-semibold">{subject}</p>
      <p className="whitespace-pre-line">{body}</p>
    </>
  );
}
