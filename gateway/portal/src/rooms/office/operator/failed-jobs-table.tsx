import { Trans, useLingui } from '@lingui/react/macro';
import { Tag } from '../../../design/base/tag.js';
import { Empty } from '../../../design/states/empty.js';
import { DataTable } from '../../../design/table/data-table.js';
import { formatMoment, formatNumber } from '../../../language/format.js';
import type { MemberJobs } from './failed-jobs.js';
import { MemberName } from './operator-parts.js';

/** What members have failed at, of those that answer. */
export function FailedJobsTable({ members }: { members: readonly MemberJobs[] }) {
  const { t } = useLingui();
  const rows = members.flatMap(({ member, jobs }) =>
    (jobs ?? []).map((job, index) => ({ ...job, member, key: `${member} ${index}` })),
  );
  if (rows.length === 0) {
    return (
      <Empty>
        <Trans>Cavab verən üzvlərdə hər iş alınıb.</Trans>
      </Empty>
    );
  }
  return (
    <DataTable
      caption={t`Alınmamış işlər`}
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        { key: 'member', title: t`Üzv`, cell: ({ member }) => <MemberName member={member} /> },
        { key: 'kind', title: t`İş`, cell: ({ kind }) => <code>{kind}</code> },
        { key: 'failure', title: t`Nə oldu`, cell: ({ failure }) => <code>{failure}</code> },
        { key: 'attempts', title: t`Cəhd`, isNumber: true, cell: ({ attempts }) => formatNumber(attempts) },
        { key: 'failed', title: t`Son dəfə`, cell: ({ failedAt }) => formatMoment(failedAt, { time: true }) },
        {
          key: 'due',
          title: t`Növbəti cəhd`,
          cell: ({ dueAt }) =>
            dueAt === null ? (
              <Tag tone="danger">
                <Trans>əl çəkilib</Trans>
              </Tag>
            ) : (
              formatMoment(dueAt, { time: true })
            ),
        },
      ]}
    />
  );
}
