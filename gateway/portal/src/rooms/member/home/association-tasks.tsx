import { Trans } from '@lingui/react/macro';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { Task } from './task.js';

const AssociationTasks_cases = graphql(`
  fragment AssociationTasks_cases on SupportCaseConnection {
    nodes {
      id
      isOverdue
      acknowledgeBy
      status
    }
  }
`);

const AssociationTasks_offers = graphql(`
  fragment AssociationTasks_offers on MentorProfileConnection {
    nodes {
      id
    }
  }
`);

interface AssociationTasksProps {
  /** Null while the platform is down, undefined for who is no association. */
  readonly cases: FragmentType<typeof AssociationTasks_cases> | null | undefined;
  readonly offers: FragmentType<typeof AssociationTasks_offers> | null | undefined;
}

/** What waits for an association of students abroad: cases that are open, and offers to mentor that nobody has looked at. */
export function AssociationTasks(props: AssociationTasksProps) {
  const cases = readFragment(AssociationTasks_cases, props.cases)?.nodes ?? [];
  const offers = readFragment(AssociationTasks_offers, props.offers)?.nodes.length ?? 0;
  const first = cases
    .filter(({ status }) => status === 'RAISED')
    .map(({ acknowledgeBy }) => acknowledgeBy)
    .toSorted()[0];
  const moment = first === undefined ? null : formatMoment(first, { time: true });
  return (
    <>
      {cases.length > 0 && (
        <Task
          count={cases.length}
          title={<Trans>Tələbələrin problemləri</Trans>}
          detail={moment === null ? null : <Trans>İlkinə ən geci bu vaxt baxılmalıdır: {moment}</Trans>}
          alarm={cases.some(({ isOverdue }) => isOverdue) && <Trans>baxılması gecikir</Trans>}
          to="/cases"
          action={<Trans>Bax</Trans>}
        />
      )}
      {offers > 0 && (
        <Task count={offers} title={<Trans>Mentor olmaq təklifləri</Trans>} to="/rounds" action={<Trans>Bax</Trans>} />
      )}
    </>
  );
}
