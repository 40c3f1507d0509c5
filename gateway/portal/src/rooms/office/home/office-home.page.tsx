import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { Button } from '../../../design/base/button.js';
import { Link } from '../../../design/base/link.js';
import { SilentMembers, silentMembersOf } from '../../../design/states/silent-members.js';
import { graphql } from '../../../generated/gql.js';
import { DoneList, TodoList } from './todo.js';
import { itemsOf } from './todo-items.js';

const OfficeHomePage = graphql(`
  query OfficeHomePage @purpose(is: "none") {
    ...TodoItems_query
  }
`);

/** What waits for the federation’s office. */
export const page = definePage({
  document: OfficeHomePage,
  title: msg`Ofisin işləri`,
  Component: function OfficeHome({ answer }) {
    // What a silent member holds may wait: that nothing does is not said of it.
    const isHeard = silentMembersOf(answer).length === 0;
    const items = itemsOf(answer.data).filter(({ count, key }) => isHeard || count > 0 || key !== 'jobs');
    const waiting = items.filter(({ count }) => count !== 0);
    const done = items.filter(({ count }) => count === 0);
    return (
      <div className="grid gap-8">
        <div className="flex flex-wrap items-center justify-between gap-4">
          <h1>
            <Trans>Ofisdən nə gözlənilir</Trans>
          </h1>
          <Button variant="secondary" onPress={answer.reload} isPending={answer.stale}>
            <Trans>Yenidən yoxla</Trans>
          </Button>
        </div>
        <SilentMembers answer={answer} />
        {waiting.length > 0 && (
          <section className="grid gap-3">
            <h2>
              <Trans>Gözləyənlər</Trans>
            </h2>
            <TodoList items={waiting} />
          </section>
        )}
        <section className="grid gap-2">
          <h2>
            <Trans>Sənədlə gələnlər üçün</Trans>
          </h2>
          <p className="flex flex-wrap gap-x-6 gap-y-1">
            <Link to="/office/persons">
              <Trans>Gələn şəxsi tap</Trans>
            </Link>
            <Link to="/office/guardianships">
              <Trans>Valideyn və qəyyumlar</Trans>
            </Link>
          </p>
        </section>
        {done.length > 0 && (
          <section className="grid gap-2">
            <h2>
              <Trans>İndi qaydasındadır</Trans>
            </h2>
            <DoneList items={done} />
          </section>
        )}
      </div>
    );
  },
});
