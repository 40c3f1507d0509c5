import { Trans } from '@lingui/react/macro';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { Notice } from '../../../design/states/notice.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import type { HomePerson } from './home-person.js';

const RefuseRecovery = graphql(`
  mutation RefuseRecovery($id: ID!) @purpose(is: "none") {
    refuseRecovery(id: $id) {
      ... on AccountRecovery {
        id
        refusedAt
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface RecoveryTasksProps {
  readonly recoveries: NonNullable<HomePerson['accountRecoveries']>;
  readonly onRefused: () => void;
}

/** Somebody is about to take the account over: the person says in one press that it is not them. */
export function RecoveryTasks({ recoveries, onRefused }: RecoveryTasksProps) {
  const [refuse, state] = useAction(RefuseRecovery);
  const waiting = recoveries.filter(
    ({ confirmedAt, refusedAt, movedAt }) => confirmedAt != null && refusedAt == null && movedAt == null,
  );
  return (
    <>
      <ProblemSummary state={state} />
      {waiting.map(({ id, takesEffectAt }) => {
        const from = takesEffectAt == null ? '' : formatMoment(takesEffectAt, { time: true });
        return (
          <Notice key={id} tone="danger" role="alert" title={<Trans>Kimsə hesabınızı başqa girişlə bərpa edir</Trans>}>
            <p>
              <Trans>Siz deyilsinizsə, {from} tarixinə qədər etiraz edin, hesab sizdə qalsın.</Trans>
            </p>
            <Button
              variant="danger"
              isPending={state.running}
              onPress={() => void refuse({ id }).then((data) => data !== null && onRefused())}
            >
              <Trans>Bu, mən deyiləm</Trans>
            </Button>
          </Notice>
        );
      })}
    </>
  );
}
