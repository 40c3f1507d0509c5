import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { Button } from '../../../design/base/button.js';
import { Link } from '../../../design/base/link.js';
import { Notice } from '../../../design/states/notice.js';
import { graphql } from '../../../generated/gql.js';
import { formatList } from '../../../language/format.js';
import { ownerTerm } from '../../../language/terms.js';
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
    const { i18n } = useLingui();
    const items = itemsOf(answer.data);
    const waiting = items.filter(({ count }) => count !== 0);
    const done = items.filter(({ count }) => count === 0);
    const silent = [...new Set(answer.errors.flatMap(({ path }) => memberOf(path[0])))];
    const names = formatList(
      silent.map((member) => {
        const term = ownerTerm(member);
        return term === null ? member : i18n._(term);
      }),
    );
    return (
      <div className="grid gap-8">
        <div className="flex flex-wrap items-center justify-between gap-4">
          <h1>
            <Trans>Ofisdən nə gözlənilir</Trans>
          </h1>
          <Button variant="quiet" onPress={answer.reload} isPending={answer.stale}>
            <Trans>Yenidən yoxla</Trans>
          </Button>
        </div>
        {silent.length > 0 && (
          <Notice tone="warning" title={<Trans>Hazırda cavab vermir: {names}</Trans>}>
            <p>
              <Trans>Onların işləri aşağıda yoxdur. Qalan hər şey düzgündür.</Trans>
            </p>
          </Notice>
        )}
        <section className="grid gap-3">
          <h2>
            <Trans>Gözləyənlər</Trans>
          </h2>
          <TodoList items={waiting} />
        </section>
        <section className="grid gap-2">
          <h2>
            <Trans>Sənədlə gələnlər üçün</Trans>
          </h2>
          <p>
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

/** The member whose part of the answer has an error, by the field’s name. */
function memberOf(field: string | number | undefined): readonly string[] {
  if (typeof field !== 'string') return [];
  const name = /^failedJobsAt(\w+)$/.exec(field)?.[1];
  return [
    name === undefined ? 'registry' : name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase(),
  ];
}
