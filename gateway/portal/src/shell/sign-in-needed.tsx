import { Trans } from '@lingui/react/macro';
import { signIn } from '../data/session.js';
import { Button } from '../design/base/button.js';
import { currentLanguage } from '../language/language.js';

/** A page of one's own, to somebody who is not signed in: they come back to it. */
export function SignInNeeded() {
  return (
    <div className="grid justify-items-start gap-4">
      <h1>
        <Trans>Bunun üçün daxil olmalısınız.</Trans>
      </h1>
      <Button onPress={() => void signIn(currentLanguage())}>
        <Trans>Daxil ol</Trans>
      </Button>
    </div>
  );
}
