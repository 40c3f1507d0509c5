import { Trans, useLingui } from '@lingui/react/macro';
import { Empty } from '../../../design/states/empty.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { NextPage } from '../next-page.js';
import { linkageEventTerms, verdictTerms } from '../office-terms.js';

const History = graphql(`
  fragment LinkageHistory_person on LinkedPerson {
    id
    history(first: 25, after: $after) {
      nodes {
        id
        kind
        actor
        occurredAt
        verdict
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

interface LinkageHistoryProps {
  readonly person: FragmentType<typeof History>;
  readonly search: Readonly<Record<string, string>>;
}

/** What happened with the records of a person, newest first. */
export function LinkageHistory({ person, search }: LinkageHistoryProps) {
  const { i18n } = useLingui();
  const { id, history } = readFragment(History, person);
  return (
    <section className="grid gap-3">
      <h2>
        <Trans>Tarixçə</Trans>
      </h2>
      {history.nodes.length === 0 ? (
        <Empty>
          <Trans>Hələ heç nə olmayıb.</Trans>
        </Empty>
      ) : (
        <ol className="grid border-l-2 border-line">
          {history.nodes.map((event) => (
            <li key={event.id} className="grid gap-1 py-2 pl-4">
              <span>
                <strong>{i18n._(linkageEventTerms[event.kind])}</strong>
                {event.verdict !== null && `: ${i18n._(verdictTerms[event.verdict])}`}
              </span>
              <span className="text-sm text-soft">
                {formatMoment(event.occurredAt, { time: true })} · <span className="break-all">{event.actor}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
      <NextPage to={`/office/persons/${encodeURIComponent(id)}`} search={search} pageInfo={history.pageInfo} />
    </section>
  );
}
