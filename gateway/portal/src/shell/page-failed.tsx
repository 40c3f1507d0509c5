import { Trans } from '@lingui/react/macro';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { connection } from '../data/connection.js';
import { Button } from '../design/base/button.js';
import { Notice } from '../design/states/notice.js';

/** Of which release a page was loaded anew: once for each, or a part that is missing for good would have no end of it. */
const reloadedKey = 'birlik.reloaded';

/**
 * A page whose code does not come. Without a connection it is opened when there is one. After a new release that took the old files away
 * it is loaded anew once, and then the person is told.
 */
export function PageFailed({ error }: { error: unknown }) {
  const isOnline = useSyncExternalStore(connection.subscribe, connection.isThere);
  const cameOffline = useRef(!isOnline);
  const isCode = /dynamically imported module|preload|module script/i.test(String(error));
  useEffect(() => {
    if (!isCode || !isOnline) return;
    const wasOffline = cameOffline.current;
    if (!wasOffline && sessionStorage.getItem(reloadedKey) === import.meta.url) return;
    if (!wasOffline) sessionStorage.setItem(reloadedKey, import.meta.url);
    location.reload();
  }, [isCode, isOnline]);
  if (isCode && !isOnline) {
    return (
      <div className="grid gap-4">
        <h1>
          <Trans>Bu səhifə hələ açılmayıb</Trans>
        </h1>
        <p>
          <Trans>Onu göstərmək üçün internet lazımdır. Bağlantı qayıdanda səhifə özü açılacaq.</Trans>
        </p>
      </div>
    );
  }
  return (
    <Notice tone="danger" role="alert" title={<Trans>Səhifə açılmadı.</Trans>}>
      <p>
        <Trans>Ola bilsin, Birlik yenilənib. Yazdıqlarınız itməyib.</Trans>
      </p>
      <Button onPress={() => location.reload()}>
        <Trans>Səhifəni yenilə</Trans>
      </Button>
    </Notice>
  );
}
