import { Trans } from '@lingui/react/macro';
import type { PersonHomePageQuery } from '../../../generated/graphql.js';
import type { Task } from './task-list.js';

/** Emergencies where the person may be, in which they have not said how they are. */
export function emergencyTasks(emergencies: PersonHomePageQuery['myEmergencies']): Task[] {
  return (emergencies ?? [])
    .filter(({ ownCheckIn }) => ownCheckIn == null)
    .map(({ id, event, isDrill }) => ({
      key: id,
      title: isDrill ? <Trans>Təlim: necə olduğunuzu bildirin</Trans> : <Trans>Necə olduğunuzu bildirin</Trans>,
      detail: event,
      action: <Trans>Bildir</Trans>,
      to: '/me/alerts',
    }));
}
