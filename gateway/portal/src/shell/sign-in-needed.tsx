import { Trans } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { connection } from '../data/connection.js';
import { signIn } from '../data/session.js';
import { Button } from '../design/base/button.js';
import { currentLanguage } from '../language/language.js';

/** A page of one's own, to somebody who is not signed in: they come back to it. */
export function SignInNeeded() {
  const isOnline = useSyncExternalStore(connection.subscribe, connection.isThere);
  return (
    <div className="grid justify-items-start gap-4">
      <h1>
        <Trans>Bunun üçün daxil olmalısınız.</Trans>
      </h1>
      {isOnline ? (
        <Button onPress={() => void signIn(currentLanguage())}>
          <Trans>Daxil ol</Trans>
        </Button>
      ) : (
        <p>
          <Trans>İnternet olmadan daxil olmaq mümkün deyil. Şəxsi məlumatınız bu cihazda saxlanmır.</Trans>
        </p>
      )}
    </div>
  );
}
