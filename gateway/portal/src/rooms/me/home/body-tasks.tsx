import { Trans } from '@lingui/react/macro';
import type { PersonHomePageQuery } from '../../../generated/graphql.js';
import { formatMoment } from '../../../language/format.js';
import type { Task } from './task-list.js';

/** Meetings at which the person has a voice, those that are held now and those to come. */
export function bodyTasks(meetings: PersonHomePageQuery['governanceMeetings']): Task[] {
  return (meetings?.nodes ?? [])
    .filter(({ actsBy, status }) => actsBy != null && (status === 'OPEN' || status === 'PLANNED'))
    .map(({ id, title, status, startsAt }) => ({
      key: id,
      title,
      detail: status === 'OPEN' ? <Trans>İclas indi keçirilir.</Trans> : formatMoment(startsAt, { time: true }),
      action: <Trans>İclasa bax</Trans>,
      to: `/me/bodies/${encodeURIComponent(id)}`,
    }));
}
