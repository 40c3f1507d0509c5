import { Plural, Trans } from '@lingui/react/macro';
import { Notice } from '../../../design/states/notice.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';

const Backlog = graphql(`
  fragment SubmissionNotice_backlog on SubmissionBacklog {
    state
    waiting
    oldestAt
  }
`);

/** Says when records that members submitted are not compared in time; nothing when they are. */
export function SubmissionNotice(props: { backlog: FragmentType<typeof Backlog> }) {
  const { state, waiting, oldestAt } = readFragment(Backlog, props.backlog);
  if (state !== 'STUCK') return null;
  const since = oldestAt === null ? '' : formatMoment(oldestAt, { time: true });
  return (
    <Notice tone="warning" title={<Trans>Göndərilmiş qeydlərin müqayisəsi dayanıb</Trans>}>
      <p>
        <Plural value={waiting} one="# qeyd gözləyir." other="# qeyd gözləyir." />{' '}
        <Trans>Ən köhnəsi: {since}. Operatora xəbər verin.</Trans>
      </p>
    </Notice>
  );
}
