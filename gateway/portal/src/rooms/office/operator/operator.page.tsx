import { msg } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { Facts } from '../../../design/base/facts.js';
import { Tag } from '../../../design/base/tag.js';
import { Notice } from '../../../design/states/notice.js';
import type { SubmissionBacklogState } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { failedJobsOf } from './failed-jobs.js';
import { FailedJobsTable } from './failed-jobs-table.js';
import { MembersTable } from './members.js';
import { MemberName, OperatorFrame } from './operator-parts.js';
import { ProblemList } from './problems.js';

const OperatorPage = graphql(`
  query OperatorPage @purpose(is: "none") {
    gateway {
      instance
      startedAt
      ...Members_gateway
      ...Problems_gateway
    }
    ...FailedJobs_query
    submissionBacklog {
      state
      waiting
      oldestAt
    }
  }
`);

/** The home of operators: what is wrong now, then each member, and what members have failed at. */
export const page = definePage({
  document: OperatorPage,
  title: msg`Üzvlərin işləməsi`,
  Component: function Operator({ answer }) {
    const { gateway, submissionBacklog: backlog } = answer.data;
    const waiting = backlog?.waiting ?? 0;
    const jobs = failedJobsOf(answer.data);
    const silent = jobs.filter(({ jobs: failed, field }) => failed === null && isDown(field));
    return (
      <OperatorFrame here="home" title={<Trans>Üzvlərin işləməsi</Trans>} answer={answer} gateway={gateway}>
        <section className="grid gap-3">
          <h2>
            <Trans>İndi nə alınmır</Trans>
          </h2>
          {silent.length > 0 && (
            <Notice tone="danger" title={<Trans>Bu səhifəyə cavab verməyən üzvlər</Trans>}>
              <ul className="list-disc pl-5">
                {silent.map(({ member }) => (
                  <li key={member}>
                    <MemberName member={member} />
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          {(gateway != null || silent.length === 0) && (
            <ProblemList gateway={gateway} jobs={jobs} isStuck={backlog?.state === 'STUCK'} />
          )}
        </section>
        {gateway != null && (
          <section id="members" className="grid gap-3">
            <h2>
              <Trans>Üzvlər</Trans>
            </h2>
            <MembersTable gateway={gateway} isStale={answer.stale} />
            <ProcessNote instance={gateway.instance} startedAt={gateway.startedAt} />
          </section>
        )}
        <section id="jobs" className="grid gap-3">
          <h2>
            <Trans>Alınmamış işlər</Trans>
          </h2>
          <FailedJobsTable members={jobs} />
        </section>
        {backlog && (
          <section id="backlog" className="grid gap-3">
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
      </OperatorFrame>
    );

    function isDown(field: string): boolean {
      const code = answer.errors.find(({ path }) => path[0] === field)?.code;
      return code !== undefined && code !== 'FORBIDDEN';
    }
  },
});

/** Where several processes serve, each knows what it saw itself. */
function ProcessNote({ instance, startedAt }: { instance: string; startedAt: string }) {
  const moment = formatMoment(startedAt, { time: true });
  return (
    <p className="text-sm text-soft">
      <Trans>
        Rəqəmlər şlüzün bir prosesinindir: {instance}, {moment} tarixindən işləyir. Bir neçə proses varsa, yenidən
        yoxlayanda başqası cavab verə bilər.
      </Trans>
    </p>
  );
}

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
