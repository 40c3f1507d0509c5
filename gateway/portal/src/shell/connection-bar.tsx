import { Trans } from '@lingui/react/macro';
import { type ReactNode, useSyncExternalStore } from 'react';
import { connection } from '../data/connection.js';
import { newRelease, takeNewRelease } from '../data/release.js';
import { session, signIn } from '../data/session.js';
import { Button } from '../design/base/button.js';
import { Notice } from '../design/states/notice.js';
import { currentLanguage } from '../language/language.js';

/** What is wrong with the connection or the sign-in, or that a newer release waits; nothing when there is nothing to say. */
export function ConnectionBar() {
  const isOnline = useSyncExternalStore(connection.subscribe, connection.isThere);
  const state = useSyncExternalStore(session.subscribe, session.state);
  const isNewThere = useSyncExternalStore(newRelease.subscribe, newRelease.isThere);
  if (!isOnline) {
    return (
      <Bar>
        <Notice tone="warning" role="status" title={<Trans>İnternet bağlantısı yoxdur.</Trans>}>
          <p>
            <Trans>
              Gördükləriniz əvvəl gətirilib. Yazdıqlarınız bu səhifədə qalır: bağlantı qayıdanda göndərə bilərsiniz.
            </Trans>
          </p>
        </Notice>
      </Bar>
    );
  }
  if (state === 'ended' || state === 'unanswered') {
    return (
      <Bar>
        <Notice
          tone="warning"
          role="alert"
          title={
            state === 'ended' ? (
              <Trans>Girişinizin vaxtı bitib.</Trans>
            ) : (
              <Trans>Giriş xidməti cavab vermir. Daxil olmadan baxa bilərsiniz.</Trans>
            )
          }
        >
          <Button onPress={() => void signIn(currentLanguage())}>
            <Trans>Yenidən daxil ol</Trans>
          </Button>
        </Notice>
      </Bar>
    );
  }
  if (!isNewThere) return null;
  return (
    <Bar>
      <Notice tone="info" role="status" title={<Trans>Birlik yenilənib.</Trans>}>
        <p>
          <Trans>Yazdığınız bir şey varsa, əvvəlcə onu göndərin.</Trans>
        </p>
        <Button variant="secondary" onPress={takeNewRelease}>
          <Trans>Səhifəni yenilə</Trans>
        </Button>
      </Notice>
    </Bar>
  );
}

function Bar({ children }: { children: ReactNode }) {
  return <div className="no-print mx-auto max-w-7xl px-4 pt-4">{children}</div>;
}
