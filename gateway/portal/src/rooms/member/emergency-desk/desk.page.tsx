import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { sectionOf } from '../../../data/answer.js';
import { ButtonLink } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { LoneState } from '../../../design/states/lone-state.js';
import { PageSection } from '../../../design/states/section.js';
import { Unreachable } from '../../../design/states/unreachable.js';
import { graphql } from '../../../generated/gql.js';
import type { CheckInFilterInput } from '../../../generated/graphql.js';
import { definePage } from '../../../page/page.js';
import { placeOf, PageTurns } from '../page-turns.js';
import { officerPage } from '../purpose/officer-page.js';
import { Tabs } from '../tabs.js';
import { CheckInTable } from './check-in-table.js';
import { DeskHead } from './desk-head.js';
import { DeskFigures } from './desk-figures.js';
import { DeskHistory } from './desk-history.js';
import { SendAlert } from './send-alert.js';
import { SilentPeople } from './silent-people.js';
import { TransportLists } from './transport-lists.js';

const EmergencyDeskPage = graphql(`
  query EmergencyDeskPage(
    $id: ID!
    $filter: CheckInFilterInput
    $silent: Boolean!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) @purpose(is: "emergency") {
    emergencyAbroad(id: $id) {
      id
      event
      status
      ...DeskHead_emergency
      ...DeskFigures_emergency
      ...SendAlert_emergency
      ...TransportLists_emergency
      ...DeskHistory_emergency
      transportLists {
        id
        name
      }
    }
    checkIns(emergencyId: $id, filter: $filter, first: $first, after: $after, last: $last, before: $before)
      @skip(if: $silent) {
      nodes {
        id
        ...CheckInTable_checkIn
      }
      pageInfo {
        startCursor
        endCursor
        hasNextPage
        hasPreviousPage
      }
    }
    emergencyPeople(emergencyId: $id, isSilent: true, first: $first, after: $after, last: $last, before: $before)
      @include(if: $silent) {
      nodes {
        ...SilentPeople_person
      }
      pageInfo {
        startCursor
        endCursor
        hasNextPage
        hasPreviousPage
      }
    }
    dutyShifts {
      id
      officer
    }
  }
`);

/** What the address says is shown of the desk: calls for help that wait, all check-ins, who says nothing, or a list. */
function filterOf(show: string | undefined): CheckInFilterInput | null {
  if (show === undefined) return { state: 'NEED_HELP', isAnswered: false };
  if (show === 'all' || show === 'silent') return null;
  if (show === 'safe') return { state: 'SAFE' };
  return { transportListId: show };
}

/** The desk of an emergency: who needs help, who is safe, who says nothing, and what is done about it. */
export const page = officerPage(
  definePage({
    document: EmergencyDeskPage,
    variables: ({ params, search }) => ({
      id: params['id'] ?? '',
      filter: filterOf(search['show']),
      silent: search['show'] === 'silent',
      ...placeOf(search, 50),
    }),
    title: msg`Fövqəladə halın masası`,
    Component: function EmergencyDesk({ answer, search }) {
      const section = sectionOf<typeof answer.data.emergencyAbroad>(answer, ['emergencyAbroad']);
      if (section.kind !== 'data') {
        return (
          <LoneState title={<Trans>Fövqəladə halın masası</Trans>}>
            {section.kind === 'down' ? (
              <Unreachable member={<Trans>Məzunlar platforması</Trans>} onRetry={answer.reload} />
            ) : (
              <Empty
                action={
                  <ButtonLink to="/desk">
                    <Trans>Xaricdəki fövqəladə hallar</Trans>
                  </ButtonLink>
                }
              >
                <Trans>Təşkilatınızın belə fövqəladə halı yoxdur.</Trans>
              </Empty>
            )}
          </LoneState>
        );
      }
      const emergency = section.value;
      const { show } = search;
      const shared = { owner: <Trans>Məzunlar platforması</Trans>, onRetry: answer.reload };
      const kept = show === undefined ? {} : { show };
      const tab = (key: string | undefined, title: ReactNode) => ({
        key: key ?? 'waiting',
        title,
        search: key === undefined ? {} : { show: key },
        isCurrent: show === key,
      });
      return (
        <div className="grid gap-8">
          <DeskHead emergency={emergency} onChanged={answer.reload} />
          {emergency.status === 'CONFIRMED' && <SendAlert emergency={emergency} onSent={answer.reload} />}
          <DeskFigures emergency={emergency} />
          {emergency.status === 'CONFIRMED' && (
            <section className="grid gap-4">
              <h2>
                <Trans>Xəbər verənlər</Trans>
              </h2>
              <Tabs
                tabs={[
                  tab(undefined, <Trans>Cavab gözləyən çağırışlar</Trans>),
                  tab('all', <Trans>Hamısı</Trans>),
                  tab('safe', <Trans>Təhlükəsizdə</Trans>),
                  tab('silent', <Trans>Səssiz qalanlar</Trans>),
                  ...emergency.transportLists.map(({ id, name }) => tab(id, name)),
                ]}
              />
              {show === 'silent' ? (
                <PageSection
                  {...shared}
                  title={<Trans>Səssiz qalanlar</Trans>}
                  of={sectionOf<typeof answer.data.emergencyPeople>(answer, ['emergencyPeople'])}
                  empty={
                    <Empty>
                      <Trans>Hamı xəbər verib.</Trans>
                    </Empty>
                  }
                >
                  {({ nodes, pageInfo }) => (
                    <div className="grid gap-4">
                      <SilentPeople people={nodes} />
                      <PageTurns of={pageInfo} search={kept} />
                    </div>
                  )}
                </PageSection>
              ) : (
                <PageSection
                  {...shared}
                  title={<Trans>Siyahı</Trans>}
                  of={sectionOf<typeof answer.data.checkIns>(answer, ['checkIns'])}
                  empty={
                    <Empty>
                      <Trans>Burada hələ heç kim yoxdur.</Trans>
                    </Empty>
                  }
                >
                  {({ nodes, pageInfo }) => (
                    <div className="grid gap-4">
                      <CheckInTable
                        checkIns={nodes}
                        officers={[...new Set((answer.data.dutyShifts ?? []).map(({ officer }) => officer))]}
                        lists={emergency.transportLists}
                        onChanged={answer.reload}
                      />
                      <PageTurns of={pageInfo} search={kept} />
                    </div>
                  )}
                </PageSection>
              )}
            </section>
          )}
          {emergency.status === 'CONFIRMED' && <TransportLists emergency={emergency} onMade={answer.reload} />}
          <DeskHistory emergency={emergency} />
        </div>
      );
    },
  }),
);
