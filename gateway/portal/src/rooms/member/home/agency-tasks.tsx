import { Trans } from '@lingui/react/macro';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { dayIn } from '../../../language/day.js';
import { formatDay, formatMoment } from '../../../language/format.js';
import { endingWithin, type Present } from './present.rule.js';
import { Task } from './task.js';

const AgencyTasks_contingents = graphql(`
  fragment AgencyTasks_contingents on ContingentConnection {
    nodes {
      id
      target {
        id
      }
    }
  }
`);

const AgencyTasks_meetings = graphql(`
  fragment AgencyTasks_meetings on RecruitmentMeetingConnection {
    nodes {
      id
      heldAt
      guest {
        id
      }
    }
  }
`);

const AgencyTasks_intakes = graphql(`
  fragment AgencyTasks_intakes on IntakeConnection {
    nodes {
      id
      startsOn
      endsOn
    }
  }
`);

interface AgencyTasksProps {
  readonly organization: string;
  readonly contingents: FragmentType<typeof AgencyTasks_contingents> | null | undefined;
  readonly meetings: FragmentType<typeof AgencyTasks_meetings> | null | undefined;
  readonly intakes: FragmentType<typeof AgencyTasks_intakes> | null | undefined;
  readonly now: Present;
}

/** What waits for the agency that runs the programme: who is nominated to it, and the intakes that go on. */
export function AgencyTasks({ organization, contingents, meetings, intakes, now }: AgencyTasksProps) {
  const nominating = (readFragment(AgencyTasks_contingents, contingents)?.nodes ?? []).filter(
    ({ target }) => target?.id === organization,
  );
  const coming = endingWithin(
    (readFragment(AgencyTasks_meetings, meetings)?.nodes ?? []).flatMap(({ heldAt, guest }) =>
      heldAt !== null && guest?.id === organization ? [heldAt] : [],
    ),
    now,
    null,
  );
  const running = (readFragment(AgencyTasks_intakes, intakes)?.nodes ?? []).filter(
    ({ startsOn }) => startsOn <= dayIn(null, new Date(now)),
  );
  const ends = endingWithin(
    running.map(({ endsOn }) => endsOn),
    now,
    null,
  );
  const [nextMeeting, nextEnd] = [coming[0], ends[0]];
  const meetingDay = nextMeeting === undefined ? '' : formatMoment(nextMeeting);
  const endDay = nextEnd === undefined ? '' : formatDay(nextEnd);
  return (
    <>
      {nominating.length > 0 && (
        <Task
          count={nominating.length}
          title={<Trans>Proqramınıza namizəd verən kontingentlər</Trans>}
          to="/universities"
          action={<Trans>Bax</Trans>}
        />
      )}
      {coming.length > 0 && (
        <Task
          count={coming.length}
          title={<Trans>Qarşıdakı görüşlər</Trans>}
          detail={<Trans>Birincisi: {meetingDay}</Trans>}
          to="/universities"
          action={<Trans>Bax</Trans>}
        />
      )}
      {ends.length > 0 && (
        <Task
          count={ends.length}
          title={<Trans>Davam edən qəbullar</Trans>}
          detail={<Trans>Master 1 bitir: {endDay}</Trans>}
          to="/programme"
          action={<Trans>Bax</Trans>}
        />
      )}
    </>
  );
}
