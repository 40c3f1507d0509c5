import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { ButtonLink, Link } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { Unreachable } from '../../../design/states/unreachable.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { ComeInFirst } from '../../../viewer/come-in-first.js';
import { LinkedMessage } from './linked-message.js';
import { MessageList } from './message-list.js';

const MessagesPage = graphql(`
  query MessagesPage($archived: Boolean!, $after: String) @purpose(is: "none") {
    me {
      id
      messages(archived: $archived, first: 25, after: $after) {
        nodes {
          id
          readAt
          ...MessageRow_message
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`);

/** What members and the registry wrote to the person. `archive` in the address shows the archived ones, `open` opens one. */
export const page = definePage({
  document: MessagesPage,
  title: msg`Mesajlar`,
  variables: ({ search }) => ({ archived: isArchive(search), after: search['after'] ?? null }),
  Component: function Messages({ answer, search }) {
    const { me } = answer.data;
    if (me == null) return <ComeInFirst onRetry={answer.reload} />;
    const messages = sectionOf<typeof me.messages>(answer, ['me', 'messages']);
    const archive = isArchive(search);
    const listed = messages.kind === 'data' ? messages.value.nodes : [];
    // One that a link opens may stand on another page, or in the other box.
    const linked = search['open'];
    const isElsewhere = linked !== undefined && listed.every(({ id }) => id !== linked);
    return (
      <div className="grid max-w-3xl gap-6">
        <header className="flex flex-wrap items-center justify-between gap-3">
          <h1>
            <Trans>Mesajlar</Trans>
          </h1>
          <Link to="/me/messages/preferences">
            <Trans>Nəyi haradan alım?</Trans>
          </Link>
        </header>
        <Boxes isArchive={archive} />
        {messages.kind === 'down' && <Unreachable member={<Trans>Birliyin ofisi</Trans>} onRetry={answer.reload} />}
        {isElsewhere && <LinkedMessage id={linked} onMarked={answer.reload} />}
        <MessageList
          key={archive ? 'archive' : 'inbox'}
          messages={listed}
          isArchive={archive}
          startWith={linked ?? null}
          onMarked={answer.reload}
        />
        {messages.kind === 'empty' && (
          <Empty>
            {archive ? (
              <Trans>Arxiv boşdur. Arxivə köçürdüyünüz mesajlar burada qalır.</Trans>
            ) : (
              <Trans>Sizə hələ mesaj yazılmayıb. Təşkilatların və Birliyin yazdıqları buraya gəlir.</Trans>
            )}
          </Empty>
        )}
        {messages.kind === 'data' && (
          <Pages
            isArchive={archive}
            isFirst={search['after'] === undefined}
            next={messages.value.pageInfo.hasNextPage ? (messages.value.pageInfo.endCursor ?? null) : null}
          />
        )}
      </div>
    );
  },
});

function isArchive(search: Readonly<Record<string, string>>): boolean {
  return search['archive'] === 'true';
}

function Boxes(props: { isArchive: boolean }) {
  const { t } = useLingui();
  const boxes = [
    { key: 'inbox', search: {}, text: t`Gələnlər`, isHere: !props.isArchive },
    { key: 'archive', search: { archive: true }, text: t`Arxiv`, isHere: props.isArchive },
  ];
  return (
    <nav aria-label={t`Qutular`} className="flex gap-2">
      {boxes.map(({ key, search, text, isHere }) => (
        <ButtonLink
          key={key}
          to="/me/messages"
          search={search}
          variant={isHere ? 'chosen' : 'secondary'}
          aria-current={isHere ? 'page' : undefined}
        >
          {text}
        </ButtonLink>
      ))}
    </nav>
  );
}

function Pages({ isArchive, isFirst, next }: { isArchive: boolean; isFirst: boolean; next: string | null }) {
  const { t } = useLingui();
  const box = isArchive ? { archive: true } : {};
  if (isFirst && next === null) return null;
  return (
    <nav aria-label={t`Mesajların səhifələri`} className="flex flex-wrap gap-3">
      {!isFirst && (
        <ButtonLink to="/me/messages" search={box} variant="secondary">
          <Trans>Ən yenilərə qayıt</Trans>
        </ButtonLink>
      )}
      {next !== null && (
        <ButtonLink to="/me/messages" search={{ ...box, after: next }} variant="secondary">
          <Trans>Daha köhnələr</Trans>
        </ButtonLink>
      )}
    </nav>
  );
}
