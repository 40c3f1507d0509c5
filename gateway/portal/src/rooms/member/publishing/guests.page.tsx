import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Fragment } from 'react';
import { sectionOf } from '../../../data/answer.js';
import { Link } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { placeOf, PageTurns } from '../page-turns.js';
import { purposePage } from '../purpose/officer-page.js';
import { GuestList } from './guest-list.js';

const EventGuestsPage = graphql(`
  query EventGuestsPage($event: ID!, $first: Int, $after: String, $last: Int, $before: String) @purpose(is: "stated") {
    alumniEventGuests(eventId: $event, first: $first, after: $after, last: $last, before: $before) {
      nodes {
        ...GuestList_guest
      }
      pageInfo {
        startCursor
        endCursor
        hasNextPage
        hasPreviousPage
      }
    }
  }
`);

const heading = msg`Tədbirin qonaqları`;

/** Who answered an event of the officer's organisation. */
export const page = purposePage(
  definePage({
    document: EventGuestsPage,
    variables: ({ params, search }) => ({ event: params['id'] ?? '', ...placeOf(search, 100) }),
    title: heading,
    Component: function EventGuests({ answer, params }) {
      return (
        <div className="grid gap-6">
          <div className="grid gap-1">
            <h1>
              <Trans>Tədbirin qonaqları</Trans>
            </h1>
            <p className="max-w-2xl text-soft">
              <Trans>Siyahıda olan hər kəs ona baxdığınızı öz jurnalında görür.</Trans>
            </p>
            <p>
              <Link to="/publishing">
                <Trans>Dərc</Trans>
              </Link>
            </p>
          </div>
          <PageSection
            title={<Trans>Kim gəlir</Trans>}
            of={sectionOf<typeof answer.data.alumniEventGuests>(answer, ['alumniEventGuests'])}
            owner={<Trans>Məzunlar platforması</Trans>}
            empty={
              <Empty>
                <Trans>Hələ heç kim cavab verməyib.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {({ nodes, pageInfo }) => (
              <div className="grid gap-4">
                <GuestList
                  key={pageInfo.startCursor}
                  event={params['id'] ?? ''}
                  guests={nodes}
                  onSaved={answer.reload}
                />
                <PageTurns of={pageInfo} />
              </div>
            )}
          </PageSection>
        </div>
      );
    },
  }),
  heading,
  Fragment,
);
