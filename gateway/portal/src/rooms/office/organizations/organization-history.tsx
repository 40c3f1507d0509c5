import { Trans, useLingui } from '@lingui/react/macro';
import { Empty } from '../../../design/states/empty.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { NextPage } from '../next-page.js';
import { organizationEventTerms } from '../office-terms.js';

const History = graphql(`
  fragment OrganizationHistory_organization on Organization {
    id
    events(first: 25, after: $after) {
      nodes {
        id
        kind
        actor
        concerns
        reason
        happenedAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

interface OrganizationHistoryProps {
  readonly organization: FragmentType<typeof History>;
  readonly search: Readonly<Record<string, string>>;
}

/** What changed about the organisation, who did it and why. */
export function OrganizationHistory({ organization, search }: OrganizationHistoryProps) {
  const { i18n } = useLingui();
  const { id, events } = readFragment(History, organization);
  return (
    <section className="grid gap-3">
      <h2>
        <Trans>Tarixçə</Trans>
      </h2>
      {events == null || events.nodes.length === 0 ? (
        <Empty>
          <Trans>Burada hələ heç nə dəyişdirilməyib.</Trans>
        </Empty>
      ) : (
        <>
          <ol className="grid border-l-2 border-line">
            {events.nodes.map((event) => {
              const { actor, concerns, reason } = event;
              return (
                <li key={event.id} className="grid gap-1 py-2 pl-4">
                  <span>
                    <strong>{i18n._(organizationEventTerms[event.kind])}</strong>{' '}
                    {concerns !== null && <code className="break-all">{concerns}</code>}
                  </span>
                  {reason !== null && <span>«{reason}»</span>}
                  <span className="text-sm text-soft">
                    {formatMoment(event.happenedAt, { time: true })} · <span className="break-all">{actor}</span>
                  </span>
                </li>
              );
            })}
          </ol>
          <NextPage to={`/office/organizations/${id}`} search={search} pageInfo={events.pageInfo} />
        </>
      )}
    </section>
  );
}
