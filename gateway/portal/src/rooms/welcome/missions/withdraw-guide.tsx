import { Trans } from '@lingui/react/macro';
import { ConfirmedAction } from '../../../design/form/confirmed-action.js';
import { graphql } from '../../../generated/gql.js';

const WithdrawMissionGuide = graphql(`
  mutation WithdrawMissionGuide($id: ID!) @purpose(is: "none") {
    withdrawMissionGuide(guideId: $id) {
      ... on MissionGuide {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** Takes a guide off the page. */
export function WithdrawGuide({ id, title, onDone }: { id: string; title: string; onDone: () => void }) {
  return (
    <ConfirmedAction
      label={<Trans>Təlimatı götür</Trans>}
      title={<Trans>«{title}» götürülsün?</Trans>}
      cancel={<Trans>Qalsın</Trans>}
      document={WithdrawMissionGuide}
      variables={{ id }}
      onDone={onDone}
    >
      <Trans>Səhifədə daha görünməyəcək.</Trans>
    </ConfirmedAction>
  );
}
