import { Trans } from '@lingui/react/macro';
import type { ActionState } from '../../data/action.js';
import { signIn } from '../../data/session.js';
import { Button } from '../../design/base/button.js';
import { ProblemSummary } from '../../design/form/form.js';
import { Notice } from '../../design/states/notice.js';
import { currentLanguage } from '../../language/language.js';

/** Why an action did nothing; when it only wants a fresh sign-in, the way there, which comes back to this page. */
export function Refusal({ state }: { state: ActionState }) {
  if (state.problem?.code !== 'FRESH_SIGN_IN_REQUIRED') return <ProblemSummary state={state} />;
  return (
    <Notice tone="warning" role="alert" title={<Trans>Bunun üçün yenidən daxil olun</Trans>}>
      <p>
        <Trans>
          Kimin kim olduğunu dəyişən addımlar bir neçə dəqiqəlik girişlə görülür. Sonra bu səhifəyə qayıdırsınız.
        </Trans>
      </p>
      <Button onPress={() => void signIn(currentLanguage(), 'fresh')}>
        <Trans>Yenidən daxil ol</Trans>
      </Button>
    </Notice>
  );
}
