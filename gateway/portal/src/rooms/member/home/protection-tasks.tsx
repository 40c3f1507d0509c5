import { Trans } from '@lingui/react/macro';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { Task } from './task.js';

const ProtectionTasks_emergencies = graphql(`
  fragment ProtectionTasks_emergencies on EmergencyConnection {
    nodes {
      id
      event
      status
      mayConfirm
      mayClose
      endsAt
    }
  }
`);

const ProtectionTasks_cases = graphql(`
  fragment ProtectionTasks_cases on SafeguardingCaseConnection {
    nodes {
      id
      open
      endsAt
    }
  }
`);

interface EmergencyTasksProps {
  readonly of: FragmentType<typeof ProtectionTasks_emergencies>;
  /** Whether the organisation can open one. */
  readonly isUmbrella: boolean;
}

/** Emergencies that wait for a second officer or are open, and the way to propose one. */
export function EmergencyTasks({ of, isUmbrella }: EmergencyTasksProps) {
  const own = readFragment(ProtectionTasks_emergencies, of).nodes.filter(({ mayClose }) => mayClose);
  if (own.length === 0 && isUmbrella) {
    return (
      <Task
        title={<Trans>Fövqəladə hal</Trans>}
        detail={<Trans>Həyat təhlükədə olanda, iki əməkdaş açır</Trans>}
        to="/emergencies"
        action={<Trans>Bax</Trans>}
      />
    );
  }
  return own.map(({ id, event, status, mayConfirm, endsAt }) => {
    const end = formatMoment(endsAt, { time: true });
    return (
      <Task
        key={id}
        title={event}
        detail={<Trans>Bitir: {end}</Trans>}
        alarm={status === 'OPEN' ? <Trans>açıq fövqəladə hal</Trans> : <Trans>təsdiq gözləyir</Trans>}
        to="/emergencies"
        action={mayConfirm ? <Trans>Təsdiqlə</Trans> : <Trans>Bax</Trans>}
      />
    );
  });
}

/** The open cases of whoever protects people, and the way to open one. */
export function SafeguardingTask({ of }: { of: FragmentType<typeof ProtectionTasks_cases> }) {
  const open = readFragment(ProtectionTasks_cases, of).nodes.filter((one) => one.open);
  const first = open.map(({ endsAt }) => endsAt).toSorted()[0];
  const end = first === undefined ? null : formatMoment(first, { time: true });
  const count = open.length;
  return (
    <Task
      title={<Trans>Mühafizə işləri</Trans>}
      detail={
        end === null ? (
          <Trans>Açıq iş yoxdur</Trans>
        ) : (
          <Trans>
            Açıq: {count}, birincisi bitir: {end}
          </Trans>
        )
      }
      to="/safeguarding"
      action={end === null ? <Trans>İş aç</Trans> : <Trans>Bax</Trans>}
    />
  );
}
