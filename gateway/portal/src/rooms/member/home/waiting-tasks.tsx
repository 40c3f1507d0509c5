import { Trans } from '@lingui/react/macro';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay, formatMoment } from '../../../language/format.js';
import { Task } from './task.js';

const WaitingTasks_inquiries = graphql(`
  fragment WaitingTasks_inquiries on InquiryConnection {
    nodes {
      id
      dueAt
      overdue
    }
  }
`);

const WaitingTasks_corrections = graphql(`
  fragment WaitingTasks_corrections on CorrectionConnection {
    nodes {
      id
      dueAt
    }
  }
`);

/** Questions and objections that wait for an answer, by the one that is due first. */
export function InquiriesTask({ of }: { of: FragmentType<typeof WaitingTasks_inquiries> }) {
  const { nodes } = readFragment(WaitingTasks_inquiries, of);
  const day = firstDay(nodes);
  const isLate = nodes.some(({ overdue }) => overdue);
  if (day === null) return null;
  return (
    <Task
      count={nodes.length}
      title={<Trans>Cavab gözləyən suallar və etirazlar</Trans>}
      detail={<Trans>Son tarix: {day}</Trans>}
      alarm={isLate && <Trans>gecikir</Trans>}
      to="/inquiries"
      action={<Trans>Cavab ver</Trans>}
    />
  );
}

/** Facts that people ask to correct, by the one that is due first. */
export function CorrectionsTask({ of, now }: { of: FragmentType<typeof WaitingTasks_corrections>; now: string }) {
  const { nodes } = readFragment(WaitingTasks_corrections, of);
  const day = firstDay(nodes);
  if (day === null) return null;
  return (
    <Task
      count={nodes.length}
      title={<Trans>Düzəliş xahişləri</Trans>}
      detail={<Trans>Son tarix: {day}</Trans>}
      alarm={nodes.some(({ dueAt }) => dueAt < now) && <Trans>gecikir</Trans>}
      to="/inquiries"
      search={{ what: 'corrections' }}
      action={<Trans>Cavab ver</Trans>}
    />
  );
}

function firstDay(nodes: readonly { readonly dueAt: string }[]): string | null {
  const first = nodes.map(({ dueAt }) => dueAt).toSorted()[0];
  return first === undefined ? null : formatMoment(first);
}

const WaitingTasks_opportunity = graphql(`
  fragment WaitingTasks_opportunity on Opportunity {
    id
    title
    city
    startsOn
  }
`);

/** An opportunity of the organisation whose applicants are to be decided on. */
export function OpportunityTask({ of }: { of: FragmentType<typeof WaitingTasks_opportunity> }) {
  const { id, title, city, startsOn } = readFragment(WaitingTasks_opportunity, of);
  return (
    <Task
      title={title}
      detail={
        <>
          {city} · {formatDay(startsOn)}
        </>
      }
      to={`/applicants/${id}`}
      action={<Trans>Müraciətlərə bax</Trans>}
    />
  );
}
