import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { Button } from '../../../design/base/button.js';
import { Facts } from '../../../design/base/facts.js';
import { Tag } from '../../../design/base/tag.js';
import { Empty } from '../../../design/states/empty.js';
import { DataTable } from '../../../design/table/data-table.js';
import type { SubmissionBacklogState } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment, formatNumber } from '../../../language/format.js';
import { ownerTerm } from '../../../language/terms.js';
import { failedJobsOf } from './failed-jobs.js';

const OperatorPage = graphql(`
  query OperatorPage @purpose(is: "none") {
    ...FailedJobs_query
    submissionBacklog {
      state
      waiting
      oldestAt
    }
  }
`);

/** Whether each member answers, and what it has failed at. */
export const page = definePage({
  document: OperatorPage,
  title: msg`Üzvlərin işləməsi`,
  Component: function Operator({ answer }) {
    const { t, i18n } = useLingui();
    const members = failedJobsOf(answer.data);
    const jobs = members.flatMap(({ member, jobs }) =>
      (jobs ?? []).map((job, index) => ({ ...job, member, key: `${member} ${index}` })),
    );
    const nameOf = (member: string) => {
      const term = ownerTerm(member);
      return term === null ? member : i18n._(term);
    };
    const { submissionBacklog: backlog } = answer.data;
    const waiting = backlog?.waiting ?? 0;
    const errorOf = (field: string) => answer.errors.find(({ path }) => path[0] === field)?.code;
    return (
      <div className="grid gap-10">
        <div className="flex flex-wrap items-center justify-between gap-4">
          <h1>
            <Trans>Üzvlərin işləməsi</Trans>
          </h1>
          <Button variant="secondary" onPress={answer.reload} isPending={answer.stale}>
            <Trans>Yenidən yoxla</Trans>
          </Button>
        </div>
        <section className="grid gap-3">
          <h2>
            <Trans>Kim cavab verir</Trans>
          </h2>
          <DataTable
            caption={t`Kim cavab verir`}
            isStale={answer.stale}
            rows={members}
            keyOf={({ member }) => member}
            columns={[
              { key: 'member', title: t`Üzv`, cell: ({ member }) => nameOf(member) },
              {
                key: 'state',
                title: t`Vəziyyəti`,
                cell: ({ jobs: failed, field }) =>
                  failed === null ? (
                    <span className="grid justify-items-start gap-1">
                      <Tag tone="danger">
                        <Trans>cavab vermir</Trans>
                      </Tag>
                      <code className="text-sm text-soft">{errorOf(field)}</code>
                    </span>
                  ) : (
                    <Tag tone="success">
                      <Trans>cavab verir</Trans>
                    </Tag>
                  ),
              },
              {
                key: 'jobs',
                title: t`Alınmamış işlər`,
                isNumber: true,
                cell: ({ jobs: failed }) => (failed === null ? '–' : formatNumber(failed.length)),
              },
            ]}
          />
        </section>
        <section className="grid gap-3">
          <h2>
            <Trans>Alınmamış işlər</Trans>
          </h2>
          {jobs.length === 0 ? (
            <Empty>
              <Trans>Cavab verən üzvlərdə hər iş alınıb.</Trans>
            </Empty>
          ) : (
            <DataTable
              caption={t`Alınmamış işlər`}
              rows={jobs}
              keyOf={({ key }) => key}
              columns={[
                { key: 'member', title: t`Üzv`, cell: ({ member }) => nameOf(member) },
                { key: 'kind', title: t`İş`, cell: ({ kind }) => <code>{kind}</code> },
                { key: 'failure', title: t`Nə oldu`, cell: ({ failure }) => <code>{failure}</code> },
                { key: 'attempts', title: t`Cəhd`, isNumber: true, cell: ({ attempts }) => formatNumber(attempts) },
                {
                  key: 'failed',
                  title: t`Son dəfə`,
                  cell: ({ failedAt }) => formatMoment(failedAt, { time: true }),
                },
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
          )}
        </section>
        {backlog && (
          <section className="grid gap-3">
            <h2>
              <Trans>Göndərilmiş qeydlərin müqayisəsi</Trans>
            </h2>
            <Facts
              rows={[
                [<Trans>Vəziyyəti</Trans>, <BacklogState state={backlog.state} />],
                [<Trans>Gözləyir</Trans>, <Plural value={waiting} one="# qeyd" other="# qeyd" />],
                [<Trans>Ən köhnəsi</Trans>, backlog.oldestAt && formatMoment(backlog.oldestAt, { time: true })],
              ]}
            />
          </section>
        )}
      </div>
    );
  },
});

function BacklogState({ state }: { state: SubmissionBacklogState }) {
  switch (state) {
    case 'STUCK':
      return (
        <Tag tone="danger">
          <Trans>dayanıb</Trans>
        </Tag>
      );
    case 'MOVING':
      return (
        <Tag tone="info">
          <Trans>gedir</Trans>
        </Tag>
      );
    case 'NONE':
      return (
        <Tag tone="success">
          <Trans>hamısı müqayisə olunub</Trans>
        </Tag>
      );
  }
}
