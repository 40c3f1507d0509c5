import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import type { SubmissionBacklog } from './submission-backlog.type.js';

/** What waits longer than so many seconds is stuck: the job makes a round each second. */
const mostSeconds = 60;

/** What waits of the records that organisations submitted, as the office sees it. */
export async function readSubmissionBacklog(context: RequestContext): Promise<SubmissionBacklog> {
  const [row] = await runStatement<{ waiting: number; oldest: number | null; state: SubmissionBacklog['state'] }>(
    context.em,
    `select count(*)::integer as waiting, (extract(epoch from min(submitted_at)) * 1000)::float8 as oldest,
            case when count(*) = 0 then 'none'
                 when min(submitted_at) < now() - make_interval(secs => ?) then 'stuck'
                 else 'moving' end as state
       from unresolved_submission join source_record using (id)`,
    [mostSeconds],
  );
  if (!row) throw new Error('A count has one row.');
  const { waiting, oldest, state } = row;
  return { waiting, oldestAt: oldest === null ? null : new Date(oldest), state };
}
