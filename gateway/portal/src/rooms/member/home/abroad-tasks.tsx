import { Trans } from '@lingui/react/macro';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { Task } from './task.js';

const AbroadTasks_emergencies = graphql(`
  fragment AbroadTasks_emergencies on EmergencyAbroadConnection {
    nodes {
      id
      event
      isDrill
      mayConfirm
      headcount {
        unanswered
      }
    }
  }
`);

/** Emergencies abroad that go on or wait for a second officer, and the way to open one. */
export function AbroadTasks({ of }: { of: FragmentType<typeof AbroadTasks_emergencies> }) {
  const { nodes } = readFragment(AbroadTasks_emergencies, of);
  if (nodes.length === 0) {
    return (
      <Task
        title={<Trans>Xaricdəki fövqəladə hallar</Trans>}
        detail={<Trans>Açıq hal yoxdur</Trans>}
        to="/desk"
        action={<Trans>Bax</Trans>}
      />
    );
  }
  return nodes.map(({ id, event, isDrill, mayConfirm, headcount }) => {
    const calls = headcount.unanswered ?? 0;
    return (
      <Task
        key={id}
        {...(calls > 0 && { count: calls })}
        title={event}
        detail={isDrill ? <Trans>təlim</Trans> : null}
        alarm={calls > 0 ? <Trans>cavabsız çağırış</Trans> : mayConfirm && <Trans>təsdiq gözləyir</Trans>}
        to={`/desk/${id}`}
        action={mayConfirm ? <Trans>Təsdiqlə</Trans> : <Trans>Bax</Trans>}
      />
    );
  });
}
